package io.factuur.delivery;

import io.factuur.shared.EmailAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stands for an address where the address itself must not be kept: HMAC-SHA256 of {@link EmailAddress#normalised()}
 * with a secret of this installation, so that nobody can try addresses out without it. All nodes need the same secret.
 */
@Component
class AddressKey {

    private final SecretKeySpec secret;

    AddressKey(DeliverySettings settings, JdbcClient jdbc) {
        String given = settings.key();
        byte[] bytes = given == null || given.isBlank()
                ? fromFile(settings.dataDir().resolve("mail.key"))
                : given.getBytes(StandardCharsets.UTF_8);
        secret = new SecretKeySpec(bytes, "HmacSHA256");
        requireSameAsBefore(jdbc);
    }

    /** 64 hexadecimal digits. */
    String of(EmailAddress address) {
        return seal("address", address.normalised());
    }

    /** Seals a text for one purpose; 64 hexadecimal digits. */
    String seal(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isSeal(String seal, String purpose, String text) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.US_ASCII), seal(purpose, text).getBytes(StandardCharsets.US_ASCII));
    }

    private void requireSameAsBefore(JdbcClient jdbc) {
        String fingerprint = seal("fingerprint", "");
        Optional<String> before =
                jdbc.sql("select fingerprint from mail_key").query(String.class).optional();
        if (before.isEmpty()) {
            jdbc.sql("insert into mail_key (fingerprint) values (:fingerprint)")
                    .param("fingerprint", fingerprint)
                    .update();
        } else if (!before.get().equals(fingerprint)) {
            throw new IllegalStateException("The key for hashed addresses is not the one this database was used with: "
                    + "give all nodes the same factuur.delivery.key, or bring mail.key back into the data directory.");
        }
    }

    private static byte[] fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Files.createFile(file, ownerOnly);
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // Another node on the same disk was faster; its key counts.
        }
    }
}
