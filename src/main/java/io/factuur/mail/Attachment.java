package io.factuur.mail;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that goes with a mail. Opened when the mail is written, once for each try.
 *
 * @param name file name as the recipient sees it
 * @param contentType {@code application/pdf}
 */
public record Attachment(String name, String contentType, InputStreamSource content) {

    public Attachment {
        name = OutgoingMail.oneLine(name);
    }
}
