package io.factuur.usage.out;

import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Cuts ranges of keys into windows that give pieces of about the same size: small at first, so that a download starts at once. */
final class Windows {

    private static final long WIDEST = 32_768;

    private final List<RowRange> ranges;
    private final IntSupplier pieceBytes;
    private int range;
    private long next;
    private long width = 256;

    /** Windows of rows that make no pieces. */
    Windows(List<RowRange> ranges) {
        this(ranges, () -> 0);
    }

    /** @param pieceBytes what a window should give */
    Windows(List<RowRange> ranges, IntSupplier pieceBytes) {
        this.ranges = ranges;
        this.pieceBytes = pieceBytes;
        this.next = ranges.isEmpty() ? 0 : ranges.getFirst().first();
    }

    @Nullable
    RowRange next() {
        if (range == ranges.size()) {
            return null;
        }
        RowRange current = ranges.get(range);
        RowRange window = current.window(next, next + width - 1);
        next = window.last() + 1;
        if (next > current.last()) {
            range++;
            next = range == ranges.size() ? 0 : ranges.get(range).first();
        }
        return window;
    }

    /** Learns from a window what the next ones should be. */
    void gave(RowRange window, int bytes) {
        long keys = window.last() - window.first() + 1;
        long wanted = bytes == 0 ? keys * 8 : keys * pieceBytes.getAsInt() / bytes;
        width = Math.clamp(wanted, Math.max(1, width / 4), Math.min(WIDEST, width * 4));
    }
}
