package io.factuur.file;

import io.factuur.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Gathers everything that a file's content depends on into 64 hexadecimal digits. */
public final class Fingerprint {

    private final MessageDigest digest;

    /** @param kind of job, with a version that changes when the job writes something else for the same input */
    public Fingerprint(String kind) {
        digest = Sha256.digest();
        add(kind);
    }

    public Fingerprint add(Object part) {
        byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(text);
        return this;
    }

    /** Ends it; nothing can be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
