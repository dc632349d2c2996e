package io.factuur.invoice;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.pdf.InvoicePdf;
import io.factuur.invoice.pdf.InvoicePdf.Paper;
import io.factuur.shared.Texts;
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
    static final String TAX = "tax.pdf";

    /** The journal's word for a document's digest. */
    static final String SEALED = "invoice.document";

    private static final String SEALER = "<printer>";
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
        List<Pending> pending = jdbc.sql("""
                select i.number, p.kind from invoice i
                join (select cast(:pdf as varchar) as kind union all select cast(:tax as varchar)) p
                on p.kind = :pdf or i.tax <> 0
                where not exists (select 1 from invoice_document d where d.invoice_id = i.id and d.kind = p.kind)
                order by i.id, p.kind fetch first :limit rows only
                """)
                .param("pdf", PDF)
                .param("tax", TAX)
                .param("limit", BATCH)
                .query(Pending.class)
                .list();
        for (Pending wanted : pending) {
            try {
                reader.find(wanted.number()).ifPresent(invoice -> print(invoice, wanted.kind(), language(invoice)));
            } catch (RuntimeException unprintable) {
                LOG.error("Could not print {} {}", wanted.number(), wanted.kind(), unprintable);
            }
        }
    }

    private record Pending(String number, String kind) {}

    /** Whether an invoice has such a paper. */
    static boolean has(Invoice invoice, String kind) {
        return kind.equals(PDF) || (kind.equals(TAX) && invoice.row().hasTax());
    }

    /** The language that an invoice was issued in. */
    static String language(Invoice invoice) {
        String customers = invoice.customer().language();
        return spoken(customers == null ? invoice.issuer().language() : customers);
    }

    /** A language that there are words for. */
    static String spoken(String language) {
        return Texts.LANGUAGES.stream()
                .map(Locale::getLanguage)
                .filter(language::equals)
                .findFirst()
                .orElse(Texts.LANGUAGES.getFirst().getLanguage());
    }

    /** The stored PDF of an invoice in its own language, made now if nobody has made it yet. */
    StoredDocument print(Invoice invoice) {
        return print(invoice, PDF, language(invoice));
    }

    /** The same in another language is a document of its own, with a seal of its own. */
    StoredDocument print(Invoice invoice, String kind, String language) {
        return find(invoice, kind, language).orElseGet(() -> make(invoice, kind, language));
    }

    Optional<StoredDocument> find(Invoice invoice, String kind, String language) {
        String suffix = suffix(invoice, language);
        return jdbc.sql("select path, size_bytes, sha256 from invoice_document where invoice_id = :id and kind = :kind")
                .param("id", invoice.row().id())
                .param("kind", stored(kind, suffix))
                .query((row, number) -> new StoredDocument(
                        invoice.number() + (kind.equals(TAX) ? "_tax" : "") + suffix + ".pdf",
                        "application/pdf",
                        store.file(row.getString("path")),
                        row.getLong("size_bytes"),
                        row.getString("sha256")))
                .optional();
    }

    /** {@code .nl} where it is not the language that the invoice was issued in. */
    private static String suffix(Invoice invoice, String language) {
        return language.equals(language(invoice)) ? "" : "." + language;
    }

    private static String stored(String kind, String suffix) {
        return kind.replace(".pdf", suffix + ".pdf");
    }

    private StoredDocument make(Invoice invoice, String kind, String language) {
        Paper paper = kind.equals(TAX) ? Paper.TAX : Paper.INVOICE;
        byte[] content = pdf.render(paper, invoice, Locale.of(language));
        String digest = sha256(content);
        String path =
                invoice.row().invoiceDate().getYear() + "/" + invoice.number() + "-" + digest.substring(0, 12) + ".pdf";
        try {
            store.keep(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = stored(kind, suffix(invoice, language));
        transaction.executeWithoutResult(status -> keep(invoice, name, path, digest, content.length));
        return find(invoice, kind, language).orElseThrow();
    }

    private void keep(Invoice invoice, String kind, String path, String digest, long size) {
        int stored = jdbc.sql("""
                insert into invoice_document (invoice_id, kind, path, sha256, size_bytes, made_at)
                values (:id, :kind, :path, :sha256, :size, :at) on conflict do nothing
                """)
                .param("id", invoice.row().id())
                .param("kind", kind)
                .param("path", path)
                .param("sha256", digest)
                .param("size", size)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (stored == 1) {
            audit.record(AuditEvent.done(SEALER, SEALED, invoice.row().scopeId(), invoice.number())
                    .with("kind", kind)
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
