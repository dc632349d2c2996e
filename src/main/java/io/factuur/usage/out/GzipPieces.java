package io.factuur.usage.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.CRC32;

/** Puts compressed pieces together to one gzip stream (RFC 1952). */
final class GzipPieces implements PieceTaker {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};

    private final OutputStream out;
    private final CRC32 checksum = new CRC32();
    private long length;

    GzipPieces(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    @Override
    public void take(Piece piece) throws IOException {
        checksum.update(piece.bytes(), 0, piece.length());
        length += piece.length();
        out.write(Objects.requireNonNull(piece.deflated()));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    void finish() throws IOException {
        out.write(LAST_BLOCK);
        writeInt((int) checksum.getValue());
        writeInt((int) length);
    }

    private void writeInt(int value) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >>> shift);
        }
    }
}
