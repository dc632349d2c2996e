package io.factuur.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes, and where links in mails lead. The server itself is set by {@code spring.mail.*}.
 *
 * @param from the sender, {@code Factuur <billing@example.com>}
 * @param replyTo where answers go; the sender when left out
 * @param bounceTo where a server sends a mail back that it cannot deliver; the sender when left out
 * @param mailbox keeps mail in a mailbox inside the application where no server is set: for the demo
 * @param publicUrl how people reach the portal, without a slash at the end
 */
@ConfigurationProperties("factuur.mail")
public record MailSettings(
        @DefaultValue("Factuur <factuur@localhost>") String from,
        @Nullable String replyTo,
        @Nullable String bounceTo,
        @DefaultValue("false") boolean mailbox,
        @DefaultValue("http://localhost:8080") String publicUrl) {

    public MailSettings {
        publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /**
     * A link into the portal.
     *
     * @param path without a leading slash, already escaped
     */
    public String link(String path) {
        return publicUrl + "/" + path;
    }
}
