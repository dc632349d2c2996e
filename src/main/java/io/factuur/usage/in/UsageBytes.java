package io.factuur.usage.in;

import io.factuur.shared.Problem;
import io.factuur.shared.Sha256;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The uncompressed bytes of a usage file: unpacks gzip, which it knows by its first bytes (twice, for a packed file sent
 * packed), counts, hashes, and stops a file that grows beyond the limits.
 */
final class UsageBytes extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final long MODEST = 100_000_000;

    private final Counted packed;
    private final InputStream plain;
    private final boolean gzip;
    private final ImportLimits limits;
    private final MessageDigest sha256;
    private long count;

    private UsageBytes(Counted packed, InputStream plain, boolean gzip, ImportLimits limits) {
        this.packed = packed;
        this.plain = plain;
        this.gzip = gzip;
        this.limits = limits;
        this.sha256 = Sha256.digest();
    }

    /** @throws Problem when it is a file of another kind */
    static UsageBytes of(InputStream body, ImportLimits limits) throws IOException {
        Counted packed = new Counted(body);
        InputStream plain = new BufferedInputStream(packed, BUFFER);
        int layers = 0;
        while (layers < 2 && startsWith(plain, 0x1f, 0x8b)) {
            plain = new BufferedInputStream(unpack(plain), BUFFER);
            layers++;
        }
        FileKind.refuse(plain);
        return new UsageBytes(packed, plain, layers > 0, limits);
    }

    private static InputStream unpack(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (EOFException | ZipException broken) {
            throw Problem.invalid("problem.import.gzip");
        }
    }

    private static boolean startsWith(InputStream in, int first, int second) throws IOException {
        try {
            in.mark(2);
            boolean same = in.read() == first && in.read() == second;
            in.reset();
            return same;
        } catch (EOFException | ZipException broken) {
            throw Problem.invalid("problem.import.gzip");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = plain.read(buffer, offset, length);
        } catch (EOFException | ZipException broken) {
            if (gzip) {
                throw Problem.invalid("problem.import.gzip");
            }
            throw broken;
        }
        if (read > 0) {
            sha256.update(buffer, offset, read);
            count += read;
            if (count > limits.bytes()) {
                throw Problem.tooLarge("problem.import.size", limits.bytes());
            }
            if (gzip && count > MODEST && count / limits.expansion() > packed.count) {
                throw Problem.tooLarge("problem.import.bomb", limits.expansion());
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }

    /** Bytes taken from the file as it is, packed or not: how far the reading is. */
    long taken() {
        return packed.count;
    }

    /** The SHA-256 of what was read, in hexadecimal. Ends the hashing. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static final class Counted extends FilterInputStream {

        private volatile long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            add(Math.max(read, 0));
            return read;
        }

        /** The body is its owner's: what is left of a request must still be read, or the answer never arrives. */
        @Override
        public void close() {
            // left open
        }

        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread reads, others only look
        private void add(int read) {
            count += read;
        }
    }
}
