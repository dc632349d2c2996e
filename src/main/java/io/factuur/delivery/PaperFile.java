package io.factuur.delivery;

import io.factuur.mail.Attachment;
import org.springframework.core.io.InputStreamSource;

/** A file that a mail can carry. */
record PaperFile(String name, String contentType, long sizeBytes, InputStreamSource content) {

    Attachment attachment() {
        return new Attachment(name, contentType, content);
    }
}
