package io.factuur.invoice;

import io.factuur.access.Unguarded;
import io.factuur.file.KeptFiles;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Says of a document whether these are the very bytes that were issued: by their SHA-256, as the journal keeps it. */
@Service
public class DocumentChecks {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DocumentChecks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A document that was issued.
     *
     * @param name the invoice's number, or the file's name
     * @param kind {@code invoice.pdf}, {@code tax.pdf}; {@code usage.csv} for a usage file of a closed period
     * @param sealedAt when its digest was written into the journal
     * @param stands whether the invoice still stands: neither void nor replaced
     */
    public record Genuine(String name, String kind, Instant sealedAt, boolean stands) {}

    /** @param sha256 of the document, in lower-case hexadecimal */
    @Unguarded(because = "whoever holds the very bytes of a document knows what it says; others learn nothing here")
    @Transactional(readOnly = true)
    public Optional<Genuine> find(String sha256) {
        return sha256.matches("[0-9a-f]{64}") ? paper(sha256).or(() -> file(sha256)) : Optional.empty();
    }

    private Optional<Genuine> paper(String sha256) {
        return jdbc.sql("""
                select i.number as name, d.kind, e.happened_at, i.state, i.replaced_by_id
                from invoice_document d join invoice i on i.id = d.invoice_id
                join audit_entry e on e.subject = i.number and e.action = :sealed and e.detail like :digest
                where d.sha256 = :sha256 order by e.id fetch first 1 row only
                """)
                .param("sealed", InvoicePrinter.SEALED)
                .param("digest", "%" + sha256 + "%")
                .param("sha256", sha256)
                .query((row, no) -> new Genuine(
                        row.getString("name"),
                        row.getString("kind"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        !row.getString("state").equals("VOID") && row.getObject("replaced_by_id") == null))
                .optional();
    }

    private Optional<Genuine> file(String sha256) {
        return jdbc.sql("""
                select e.detail, e.happened_at from audit_entry e
                where e.action = :kept and e.subject = :subject order by e.id fetch first 1 row only
                """)
                .param("kept", KeptFiles.SEALED)
                .param("subject", KeptFiles.sealOf(sha256))
                .query((row, no) -> new Genuine(
                        json.readTree(row.getString("detail")).path("name").asString(""),
                        "usage.csv",
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        true))
                .optional();
    }
}
