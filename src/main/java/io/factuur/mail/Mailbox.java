package io.factuur.mail;

import io.factuur.shared.Problem;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailbox inside the application, as the operator reads it. Empty where a real server is set. */
@Service
@PreAuthorize("hasRole('OPERATOR')")
public class Mailbox {

    private final JdbcClient jdbc;

    Mailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail in the list. */
    public record Row(long id, Instant sentAt, String deliveredTo, String subject, int attachments) {}

    /** A mail, opened. */
    public record Mail(
            long id,
            Instant sentAt,
            String sender,
            String deliveredTo,
            String language,
            String subject,
            String headers,
            String bodyText,
            String bodyHtml) {}

    public record Enclosure(long id, String name, String contentType, long sizeBytes) {}

    /** The newest first, those only whose recipient or subject holds the words. */
    @Transactional(readOnly = true)
    public List<Row> list(String words, long offset, int limit) {
        return jdbc.sql("""
                select m.id, m.sent_at, r.address as delivered_to, m.subject,
                       (select count(*) from mailbox_attachment a where a.mail_id = m.id) as attachments
                from mailbox_mail m join mailbox_recipient r on r.mail_id = m.id and r.delivered_to
                where lower(r.address) like :words or lower(m.subject) like :words
                order by m.id desc offset :offset rows fetch next :limit rows only
                """)
                .param("words", "%" + words.strip().toLowerCase(java.util.Locale.ROOT) + "%")
                .param("offset", offset)
                .param("limit", limit)
                .query(Row.class)
                .list();
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public Mail get(long id) {
        return jdbc.sql("""
                select m.id, m.sent_at, m.sender, r.address as delivered_to, m.language, m.subject, m.headers,
                       m.body_text, m.body_html
                from mailbox_mail m join mailbox_recipient r on r.mail_id = m.id and r.delivered_to where m.id = :id
                """).param("id", id).query(Mail.class).optional().orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public List<Enclosure> enclosures(long mail) {
        return jdbc.sql(
                        "select id, name, content_type, size_bytes from mailbox_attachment where mail_id = :id order by id")
                .param("id", mail)
                .query(Enclosure.class)
                .list();
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public byte[] content(long enclosure) {
        String base64 = jdbc.sql("select content from mailbox_attachment where id = :id")
                .param("id", enclosure)
                .query(String.class)
                .optional()
                .orElseThrow(Problem::notFound);
        return Base64.getDecoder().decode(base64);
    }
}
