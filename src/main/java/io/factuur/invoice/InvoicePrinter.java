package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.pdf.InvoicePdf;
import io.factuur.invoice.pdf.InvoicePdf.Paper;
import io.factuur.shared.Sha256;
import io.factuur.shared.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the documents of each invoice once, soon after it was issued. What is in the table is what was issued: a second maker,
 * here or on another node, finds the row taken and gives back the first one's document.
 */
@Component
class InvoicePrinter {

    /** The journal's word for a document's digest. */
    static final String SEALED = "invoice.document";

    private static final String SEALER = "<printer>";
    private static final List<String> ITEMIZED = Arrays.stream(AgreementType.values())
            .filter(type -> type.terms().itemizesInvoices())
            .map(AgreementType::name)
            .toList();
    private static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(InvoicePrinter.class);

    private final JdbcClient jdbc;
    private final InvoiceReader reader;
    private final InvoicePdf pdf;
    private final TransactionReader items;
    private final TransactionFile transactions;
    private final BalanceReader balances;
    private final DocumentStore store;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PrintPauses pauses = new PrintPauses();
    private volatile boolean stopping;

    /** Each invoice with a lower key has its documents, so that a large archive is not gone through each time. */
    private final AtomicLong unprintedFrom = new AtomicLong();

    InvoicePrinter(
            JdbcClient jdbc,
            InvoiceReader reader,
            InvoicePdf pdf,
            TransactionReader items,
            TransactionFile transactions,
            BalanceReader balances,
            DocumentStore store,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.pdf = pdf;
        this.items = items;
        this.transactions = transactions;
        this.balances = balances;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${factuur.documents.print-every:2s}")
    void printPending() {
        printPending(BATCH);
    }

    /**
     * Prints what has been issued and not been printed yet, to the last; what failed only when its pause is over. Once at a
     * time: two would do the same work twice.
     */
    synchronized void printPending(int batch) {
        // A later invoice has a higher key: whatever is up to this one has been committed.
        long newest = jdbc.sql("select coalesce(max(id), 0) from invoice")
                .query(Long.class)
                .single();
        long left = newest + 1;
        List<Pending> page;
        Pending last = new Pending(unprintedFrom.get(), "", "");
        do {
            page = pendingAfter(last, batch);
            print(page.stream()
                    .filter(one -> pauses.isOver(one.document(), clock.instant()))
                    .toList());
            left = page.stream()
                    .filter(one -> pauses.isOn(one.document()))
                    .mapToLong(Pending::id)
                    .reduce(left, Math::min);
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == batch && !stopping);
        if (!stopping) {
            unprintedFrom.accumulateAndGet(left, Math::max);
        }
    }

    /** Between two documents, so that the portal need not wait for the rest. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    private List<Pending> pendingAfter(Pending last, int batch) {
        return jdbc.sql("""
                select i.id, i.number, p.kind from invoice i
                join (select 'invoice.pdf' as kind union all select 'tax.pdf' union all select 'summary.pdf'
                      union all select 'transactions.csv') p
                on p.kind = 'invoice.pdf' or (p.kind = 'tax.pdf' and i.tax <> 0)
                or (p.kind in ('summary.pdf', 'transactions.csv') and i.agreement in (:itemized))
                where i.id >= :id and (i.id > :id or p.kind > :kind)
                and not exists (select 1 from invoice_document d where d.invoice_id = i.id and d.kind = p.kind)
                order by i.id, p.kind fetch first :limit rows only
                """)
                .param("itemized", ITEMIZED)
                .param("id", last.id())
                .param("kind", last.kind())
                .param("limit", batch)
                .query(Pending.class)
                .list();
    }

    private void print(List<Pending> pending) {
        Map<String, List<Pending>> wanted = new LinkedHashMap<>();
        pending.forEach(one ->
                wanted.computeIfAbsent(one.number(), none -> new ArrayList<>()).add(one));
        try {
            print(wanted);
        } catch (RuntimeException oneOfThem) {
            // Read together; alone, only the one that cannot be read fails.
            wanted.values().forEach(this::printAlone);
        }
    }

    private void printAlone(List<Pending> ofOne) {
        try {
            print(Map.of(ofOne.getFirst().number(), ofOne));
        } catch (RuntimeException unreadable) {
            ofOne.forEach(one -> failed(one, unreadable));
        }
    }

    private void print(Map<String, List<Pending>> wanted) {
        List<Invoice> invoices = wanted.keySet().stream()
                .flatMap(number -> reader.find(number).stream())
                .toList();
        items.each(invoices, (invoice, found) -> wanted.getOrDefault(invoice.number(), List.of())
                .forEach(one -> print(invoice, one, found)));
    }

    private void print(Invoice invoice, Pending one, List<Transaction> found) {
        if (stopping) {
            return;
        }
        try {
            DocumentKind kind = DocumentKind.named(one.kind()).orElseThrow();
            print(invoice, kind, language(invoice), () -> found);
            pauses.succeeded(one.document());
        } catch (RuntimeException unprintable) {
            failed(one, unprintable);
        }
    }

    private void failed(Pending one, RuntimeException why) {
        LOG.error(
                "Could not print {}, next try in {}",
                one.document(),
                pauses.failed(one.document(), clock.instant()),
                why);
    }

    private record Pending(long id, String number, String kind) {

        String document() {
            return number + " " + kind;
        }
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

    /** The stored document in a language, made now if nobody has made it yet; each language is one of its own. */
    StoredDocument print(Invoice invoice, DocumentKind kind, String language) {
        return print(invoice, kind, language, () -> items.of(invoice));
    }

    private StoredDocument print(
            Invoice invoice, DocumentKind kind, String language, Supplier<List<Transaction>> found) {
        return find(invoice, kind, language).orElseGet(() -> make(invoice, kind, language, found));
    }

    Optional<StoredDocument> find(Invoice invoice, DocumentKind kind, String language) {
        String suffix = suffix(invoice, kind, language);
        return jdbc.sql("select path, size_bytes, sha256 from invoice_document where invoice_id = :id and kind = :kind")
                .param("id", invoice.row().id())
                .param("kind", kind.stored(suffix))
                .query((row, number) -> new StoredDocument(
                        kind.fileName(invoice.number(), suffix),
                        kind.mediaType(),
                        store.file(row.getString("path")),
                        row.getLong("size_bytes"),
                        row.getString("sha256")))
                .optional();
    }

    /** {@code .nl} where it is not the language that the invoice was issued in. */
    private static String suffix(Invoice invoice, DocumentKind kind, String language) {
        return !kind.speaks() || language.equals(language(invoice)) ? "" : "." + language;
    }

    private StoredDocument make(
            Invoice invoice, DocumentKind kind, String language, Supplier<List<Transaction>> found) {
        Locale locale = Locale.of(language);
        byte[] content =
                switch (kind) {
                    case INVOICE -> pdf.render(Paper.INVOICE, invoice, found.get(), balances.before(invoice), locale);
                    case TAX -> pdf.render(Paper.TAX, invoice, locale);
                    case SUMMARY -> pdf.render(Paper.SUMMARY, invoice, locale);
                    case TRANSACTIONS -> transactions.of(invoice, found.get());
                };
        String digest = Sha256.hex(content);
        String path = invoice.row().invoiceDate().getYear() + "/" + invoice.number() + "-" + digest.substring(0, 12)
                + kind.ending();
        try {
            store.keep(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = kind.stored(suffix(invoice, kind, language));
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
}
