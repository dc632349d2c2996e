package io.factuur.mail;

import io.factuur.shared.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps every mail in the {@link Mailbox} inside the application. */
final class MailboxTransport implements MailTransport {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MailSettings settings;
    private final Clock clock;

    MailboxTransport(JdbcClient jdbc, TransactionTemplate transaction, MailSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Connection connect() {
        return new Connection() {
            @Override
            public void send(OutgoingMail mail) {
                transaction.executeWithoutResult(status -> keep(mail));
            }

            @Override
            public boolean usable() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private void keep(OutgoingMail mail) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into mailbox_mail (message_id, sender, language, subject, headers, body_text, body_html, sent_at)
                values (:messageId, :sender, :language, :subject, :headers, :text, :html, :at)
                """)
                .param("messageId", Objects.requireNonNullElseGet(mail.messageId(), () -> UUID.randomUUID() + "@local"))
                .param("sender", settings.from())
                .param("language", mail.language().toLanguageTag())
                .param("subject", mail.subject())
                .param(
                        "headers",
                        mail.headers().entrySet().stream()
                                .map(header -> header.getKey() + ": " + header.getValue())
                                .collect(Collectors.joining("\n")))
                .param("text", mail.text())
                .param("html", mail.html())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        Set<String> shown = new LinkedHashSet<>();
        shown.add(mail.to().normalised());
        mail.shownTo().stream().map(EmailAddress::normalised).forEach(shown::add);
        for (String address : shown) {
            jdbc.sql("insert into mailbox_recipient (mail_id, address, delivered_to) values (:mail, :address, :to)")
                    .param("mail", id)
                    .param("address", address)
                    .param("to", address.equals(mail.to().normalised()))
                    .update();
        }
        mail.attachments().forEach(attachment -> keep(id, attachment));
    }

    private void keep(long mail, Attachment attachment) {
        byte[] content = read(attachment);
        jdbc.sql("""
                insert into mailbox_attachment (mail_id, name, content_type, size_bytes, content)
                values (:mail, :name, :type, :size, :content)
                """)
                .param("mail", mail)
                .param("name", attachment.name())
                .param("type", attachment.contentType())
                .param("size", content.length)
                .param("content", Base64.getEncoder().encodeToString(content))
                .update();
    }

    private static byte[] read(Attachment attachment) {
        try (InputStream in = attachment.content().getInputStream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
