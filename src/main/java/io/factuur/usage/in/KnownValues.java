package io.factuur.usage.in;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of values. A usage file repeats most of its values, so short ones are remembered by their bytes and given out
 * again: nothing is decoded, nothing new fills the heap, and everything behind compares and hashes one text instead of
 * many equal ones. Columns whose values rarely come twice are left alone.
 */
final class KnownValues {

    /** How many bytes behind a value must be there to be read, whatever they are. */
    static final int PADDING = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLOTS = 1 << 14;
    private static final int LONGEST = 200;
    private static final int TRIED = 2_048;
    private static final int PASSED_OVER = 100_000;
    private static final char REPLACEMENT = '\ufffd';
    private static final Known NONE = new Known(new byte[0], "");

    private final @Nullable Known[] slots = new @Nullable Known[SLOTS];
    private ColumnHabit[] columns = {};

    private record Known(byte[] bytes, String text) {

        boolean is(byte[] all, int from, int to) {
            return bytes.length == to - from && Arrays.equals(bytes, 0, bytes.length, all, from, to);
        }
    }

    /** What to expect of a column. */
    private static final class ColumnHabit {
        private Known last = NONE;
        private int tried;
        private int found;
        private int passOver;
    }

    /**
     * The text of a value in UTF-8.
     *
     * @param column its place in the record
     * @param all holds the value and at least {@link #PADDING} bytes more
     */
    String text(int column, byte[] all, int from, int to) throws CharacterCodingException {
        if (from == to) {
            return "";
        }
        ColumnHabit habit = habit(column);
        if (habit.last.is(all, from, to)) {
            return habit.last.text;
        }
        if (to - from > LONGEST) {
            return decoded(all, from, to);
        }
        if (habit.passOver > 0) {
            habit.passOver--;
            return decoded(all, from, to);
        }
        return remembered(habit, all, from, to);
    }

    private String remembered(ColumnHabit habit, byte[] all, int from, int to) throws CharacterCodingException {
        int slot = hash(all, from, to) & (SLOTS - 1);
        Known known = slots[slot];
        habit.tried++;
        if (known != null && known.is(all, from, to)) {
            habit.found++;
        } else {
            known = new Known(Arrays.copyOfRange(all, from, to), decoded(all, from, to));
            slots[slot] = known;
        }
        habit.last = known;
        if (habit.tried == TRIED) {
            habit.passOver = habit.found < TRIED / 4 ? PASSED_OVER : 0;
            habit.tried = 0;
            habit.found = 0;
        }
        return known.text;
    }

    private ColumnHabit habit(int column) {
        if (column >= columns.length) {
            int known = columns.length;
            columns = Arrays.copyOf(columns, Math.max(64, 2 * column));
            for (int i = known; i < columns.length; i++) {
                columns[i] = new ColumnHabit();
            }
        }
        return columns[column];
    }

    private static int hash(byte[] all, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(all, at));
        }
        if (at < to) {
            hash = mixed(hash ^ ((long) LONGS.get(all, at) & (-1L >>> (Long.SIZE - Byte.SIZE * (to - at)))));
        }
        return (int) (hash >>> 32);
    }

    private static long mixed(long bits) {
        long product = bits * 0x9e3779b97f4a7c15L;
        return product ^ (product >>> 29);
    }

    private static String decoded(byte[] all, int from, int to) throws CharacterCodingException {
        String text = new String(all, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all, from, to - from));
        }
        return text;
    }
}
