package io.factuur.invoice;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.pdf.InvoicePdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the PDF of each invoice once, soon after it was issued. What is in the table is what was issued: a second maker,
 * here or on another node, finds the row taken and gives back the first one's document.
 */
@Component
class InvoicePrinter {

    static final String PDF = "invoice.pdf";

    private static final int BATCH = 50;
    private static final Logger LOG = LoggerFactory.getLogger(InvoicePrinter.class);

    private final JdbcClient jdbc;
    private final InvoiceReader reader;
    private final InvoicePdf pdf;
    private final DocumentStore store;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InvoicePrinter(
            JdbcClient jdbc,
            InvoiceReader reader,
            InvoicePdf pdf,
            DocumentStore store,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.pdf = pdf;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Prints what has been issued and not been printed yet. */
    @Scheduled(fixedDelayString = "${factuur.documents.print-every:2s}")
    void printPending() {
        List<String> pending = jdbc.sql("""
                select i.number from invoice i
                where not exists (select 1 from invoice_document d where d.invoice_id = i.id and d.kind = :kind)
                order by i.id fetch first :limit rows only
                """)
                .param("kind", PDF)
                .param("limit", BATCH)
                .query(String.class)
                .list();
        for (String number : pending) {
            try {
                reader.find(number).ifPresent(this::print);
            } catch (RuntimeException unprintable) {
                LOG.error("Could not print {}", number, unprintable);
            }
        }
    }

    /** The stored PDF of an invoice, made now if nobody has made it yet. */
    StoredDocument print(Invoice invoice) {
        return find(invoice).orElseGet(() -> make(invoice));
    }

    Optional<StoredDocument> find(Invoice invoice) {
        return jdbc.sql("select path, size_bytes, sha256 from invoice_document where invoice_id = :id and kind = :kind")
                .param("id", invoice.row().id())
                .param("kind", PDF)
                .query((row, number) -> new StoredDocument(
                        invoice.number() + ".pdf",
                        "application/pdf",
                        store.file(row.getString("path")),
                        row.getLong("size_bytes"),
                        row.getString("sha256")))
                .optional();
    }

    private StoredDocument make(Invoice invoice) {
        byte[] content = pdf.render(invoice, Locale.of(invoice.issuer().language()));
        String digest = sha256(content);
        String path =
                invoice.row().invoiceDate().getYear() + "/" + invoice.number() + "-" + digest.substring(0, 12) + ".pdf";
        try {
            store.keep(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transaction.executeWithoutResult(status -> keep(invoice, path, digest, content.length));
        return find(invoice).orElseThrow();
    }

    private void keep(Invoice invoice, String path, String digest, long size) {
        int stored = jdbc.sql("""
                insert into invoice_document (invoice_id, kind, path, sha256, size_bytes, made_at)
                values (:id, :kind, :path, :sha256, :size, :at) on conflict do nothing
                """)
                .param("id", invoice.row().id())
                .param("kind", PDF)
                .param("path", path)
                .param("sha256", digest)
                .param("size", size)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (stored == 1) {
            audit.record(AuditEvent.done(
                            "<printer>", "invoice.document", invoice.row().scopeId(), invoice.number())
                    .with("kind", PDF)
                    .with("sha256", digest));
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
