package io.factuur.file;

import io.factuur.shared.Sha256;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a job writes to. Text is compressed on its way to the disk; its SHA-256 is that of the plain bytes, which is what
 * the person gets.
 */
public final class FileOutput implements Closeable {

    private static final int PIECE = 1 << 18;

    private final Path path;
    private final OutputStream disk;
    private final @Nullable GzipPieces gzip;
    private final MessageDigest sha256;
    private final LongPredicate progress;
    private @Nullable OutputStream open;
    private long plainSize;

    /** @param progress is told the steps done, and says whether to go on */
    FileOutput(Path path, boolean compress, LongPredicate progress) throws IOException {
        this.path = path;
        this.disk = new BufferedOutputStream(Files.newOutputStream(path), PIECE);
        this.gzip = compress ? new GzipPieces(disk) : null;
        this.progress = progress;
        this.sha256 = Sha256.digest();
    }

    /**
     * Says how far the job is; call it after every step or every few thousand.
     *
     * @throws FileCancelled when nobody wants the file any more: let it pass
     */
    public void done(long steps) throws FileCancelled {
        if (!progress.test(steps)) {
            throw new FileCancelled();
        }
    }

    /** For jobs that write bytes one after the other: always the same stream. Close it or not, the machine ends the file. */
    public OutputStream stream() {
        if (open == null) {
            open = new BufferedOutputStream(pieces(), PIECE);
        }
        return open;
    }

    private OutputStream pieces() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                byte[] own = new byte[length];
                System.arraycopy(bytes, offset, own, 0, length);
                piece(own, length, gzip == null ? null : GzipPieces.deflate(own, length));
            }
        };
    }

    /** For jobs that have compressed their pieces already, with {@link GzipPieces#deflate}. */
    public void piece(byte[] plain, int length, byte @Nullable [] deflated) throws IOException {
        sha256.update(plain, 0, length);
        plainSize += length;
        if (gzip == null) {
            disk.write(plain, 0, length);
        } else {
            gzip.add(plain, length, deflated == null ? GzipPieces.deflate(plain, length) : deflated);
        }
    }

    Path path() {
        return path;
    }

    Written finish() throws IOException {
        if (open != null) {
            open.flush();
        }
        if (gzip != null) {
            gzip.finish();
        }
        disk.close();
        return new Written(Files.size(path), plainSize, HexFormat.of().formatHex(sha256.digest()));
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }

    /** @param size of what is stored; equal to the plain size where nothing was compressed */
    record Written(long size, long plainSize, String sha256) {}
}
