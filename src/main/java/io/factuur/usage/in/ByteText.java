package io.factuur.usage.in;

import java.util.Arrays;

/** Bytes of a text that is put together piece by piece. */
final class ByteText {

    private byte[] bytes = new byte[1 << 10];
    private int length;

    void clear() {
        length = 0;
    }

    void append(byte[] from, int start, int end) {
        int more = end - start;
        if (bytes.length - length - KnownValues.PADDING < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more + KnownValues.PADDING));
        }
        System.arraycopy(from, start, bytes, length, more);
        length += more;
    }

    boolean isEmpty() {
        return length == 0;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }
}
