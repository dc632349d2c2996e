package io.factuur.usage;

import io.factuur.file.FileContent;
import io.factuur.shared.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a receiver can hold against a file to know that it is whole and nobody changed it.
 *
 * @param rows usage rows; header and rounding rows are not counted
 * @param sums of the costs, by currency
 * @param bytes of the file itself, not compressed
 */
public record UsageManifest(String name, long rows, Map<String, String> sums, long bytes, String sha256) {

    /**
     * Makes the file once more where it is not kept, and throws it away.
     *
     * @throws IOException when the file cannot be made
     */
    public static UsageManifest of(UsageFile file) throws IOException {
        Optional<FileContent> made = file.made();
        if (made.isPresent()) {
            return of(file, made.get().plainSize(), made.get().sha256());
        }
        MessageDigest sha256 = Sha256.digest();
        Counted counted = new Counted(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        file.writeTo(counted);
        return of(file, counted.bytes, HexFormat.of().formatHex(sha256.digest()));
    }

    private static UsageManifest of(UsageFile file, long bytes, String sha256) {
        return new UsageManifest(file.name(), file.rows(), file.plan().figures(), bytes, sha256);
    }

    private static final class Counted extends FilterOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }
}
