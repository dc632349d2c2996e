package io.factuur.operations;

import io.factuur.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The SHA-256 of each file of a backup, written as {@code sha256sum -c} reads it. */
final class Checksums {

    static final String NAME = "SHA256SUMS";

    private final Map<String, String> sums = new LinkedHashMap<>();

    static Checksums parse(String text) {
        Checksums sums = new Checksums();
        text.lines().forEach(line -> sums.sums.put(line.substring(66), line.substring(0, 64)));
        return sums;
    }

    /** Copies all of a stream and notes its sum under a name. */
    void copy(String name, InputStream in, OutputStream out) throws IOException {
        MessageDigest sha = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sha.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        sums.put(name, HexFormat.of().formatHex(sha.digest()));
    }

    Map<String, String> all() {
        return sums;
    }

    @Override
    public String toString() {
        return sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                .collect(Collectors.joining());
    }
}
