package io.factuur.invoice;

import io.factuur.shared.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document as it was issued.
 *
 * @param sizeBytes when it was issued
 * @param sha256 when it was issued, in lower-case hexadecimal
 */
public record StoredDocument(String name, String mediaType, Path path, long sizeBytes, String sha256) {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDocument.class);

    /** Whether the bytes on the disk are still those that were issued. */
    boolean isAsIssued() {
        String why = "its bytes have changed";
        try {
            if (Sha256.hex(path).equals(sha256)) {
                return true;
            }
        } catch (IOException unreadable) {
            why = unreadable.toString();
        }
        LOG.error("{} at {} is not what was issued: {}", name, path, why);
        return false;
    }
}
