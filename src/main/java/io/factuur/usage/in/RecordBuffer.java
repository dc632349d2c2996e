package io.factuur.usage.in;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a file from the record being read on. Behind the last one stands a newline, so that searches end there. */
final class RecordBuffer {

    private final InputStream in;
    private byte[] bytes = new byte[1 << 18];
    private int start;
    private int end;
    private boolean last;

    RecordBuffer(InputStream in) {
        this.in = in;
        bytes[0] = '\n';
    }

    byte[] array() {
        return bytes;
    }

    /** Where the record starts. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Whether nothing follows what is here. */
    boolean isLast() {
        return last;
    }

    /** Goes on behind a record, whose last line may end with the file. */
    void passed(int next) {
        start = Math.min(next, end);
    }

    boolean hasMore() throws IOException {
        if (start == end && !last) {
            more();
        }
        return start < end;
    }

    /** Reads on, into more room where the record already fills it. */
    void more() throws IOException {
        int length = end - start;
        int room = bytes.length - KnownValues.PADDING;
        byte[] to = length < room / 2 ? bytes : Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, start, to, 0, length);
        bytes = to;
        start = 0;
        end = length;
        fill();
        bytes[end] = '\n';
    }

    private void fill() throws IOException {
        int room = bytes.length - KnownValues.PADDING;
        while (!last && end < room) {
            int read = in.read(bytes, end, room - end);
            last = read < 0;
            end += Math.max(read, 0);
        }
    }

    void dropByteOrderMarks() throws IOException {
        if (end - start < 3 && !last) {
            more();
        }
        while (end - start >= 3
                && bytes[start] == (byte) 0xef
                && bytes[start + 1] == (byte) 0xbb
                && bytes[start + 2] == (byte) 0xbf) {
            start += 3;
        }
    }

    /** How many characters there are up to a place: bytes that are not the second, third or fourth of one. */
    int characters(int to) {
        int characters = 0;
        for (int i = start; i < to; i++) {
            characters += (bytes[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return characters;
    }
}
