package io.factuur.bench;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Notes when the first byte comes. */
final class FirstByte extends FilterOutputStream {

    private long first;

    FirstByte(OutputStream out) {
        super(out);
    }

    long first() {
        return first;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (first == 0) {
            first = System.nanoTime();
        }
        out.write(bytes, offset, length);
    }
}
