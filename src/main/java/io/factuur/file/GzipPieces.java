package io.factuur.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts pieces that were compressed one by one, maybe on several threads, together to one gzip stream (RFC 1952). */
public final class GzipPieces {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};

    private final OutputStream out;
    private final CRC32 checksum = new CRC32();
    private long length;

    public GzipPieces(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    /** Compresses a piece; it ends on a byte, so that any other may follow. */
    public static byte[] deflate(byte[] plain, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain, 0, length);
            byte[] deflated = new byte[length / 4 + 64];
            int size = 0;
            while (true) {
                size += deflater.deflate(deflated, size, deflated.length - size, Deflater.SYNC_FLUSH);
                if (size < deflated.length) {
                    return Arrays.copyOf(deflated, size);
                }
                deflated = Arrays.copyOf(deflated, deflated.length * 2);
            }
        } finally {
            deflater.end();
        }
    }

    /** @param plain what the deflated bytes stand for, to be summed up */
    public void add(byte[] plain, int plainLength, byte[] deflated) throws IOException {
        checksum.update(plain, 0, plainLength);
        length += plainLength;
        out.write(deflated);
    }

    public void flush() throws IOException {
        out.flush();
    }

    /** Ends the stream, without closing what it is written to. */
    public void finish() throws IOException {
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
