package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.access.Unguarded;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The documents of an invoice: one door and one guard, whoever asks. */
@Service
public class InvoiceDocuments {

    public static final String PDF = DocumentKind.INVOICE.code();
    public static final String TAX = DocumentKind.TAX.code();
    /** The invoice by product family, where the agreement itemizes. */
    public static final String SUMMARY = DocumentKind.SUMMARY.code();
    /** The invoice item by item as a CSV, where the agreement itemizes. */
    public static final String TRANSACTIONS = DocumentKind.TRANSACTIONS.code();

    private final Invoices invoices;
    private final InvoicePrinter printer;
    private final InvoiceReader reader;
    private final Guard guard;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    InvoiceDocuments(
            Invoices invoices,
            InvoicePrinter printer,
            InvoiceReader reader,
            Guard guard,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.printer = printer;
        this.reader = reader;
        this.guard = guard;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Opens a document for somebody.
     *
     * @param kind {@link #PDF}, {@link #TAX}, {@link #SUMMARY} or {@link #TRANSACTIONS}
     * @param language the reader's, ISO 639; null for the one that the invoice was issued in
     * @throws Problem not found, for what is not there and what is not theirs alike; a conflict, for bytes on the disk that
     *     are no longer those that were issued
     */
    public StoredDocument open(String number, String kind, @Nullable String language, Person person) {
        Invoice invoice = invoices.get(number, person);
        guard.require(Operation.DOWNLOAD_INVOICE, invoice.row().scopeId(), person);
        DocumentKind wanted = DocumentKind.named(kind)
                .filter(known -> known.of(invoice.row()))
                .orElseThrow(() -> guard.refuse(
                        Operation.DOWNLOAD_INVOICE.name(), invoice.row().scopeId(), number + "/" + kind, person));
        String read = language == null ? InvoicePrinter.language(invoice) : InvoicePrinter.spoken(language);
        StoredDocument document = printer.print(invoice, wanted, read);
        if (!document.isAsIssued()) {
            throw tampered(document, invoice.row(), person);
        }
        audit.record(AuditEvent.done(
                        person.username(), "invoice.download", invoice.row().scopeId(), number)
                .with("kind", kind)
                .with("language", read));
        events.publishEvent(new InvoiceDownloaded(number, person.id()));
        return document;
    }

    private Problem tampered(StoredDocument document, InvoiceRow invoice, Person person) {
        audit.recordAlways(new AuditEvent(
                person.username(),
                "invoice.download",
                AuditEvent.Outcome.FAILED,
                invoice.scopeId(),
                invoice.number(),
                Map.of("file", document.name(), "why", "not what was issued")));
        return Problem.conflict("problem.document.changed", document.name());
    }

    /** A document that has been made and is still what was issued; empty while it is not. */
    @Unguarded(because = "the outbox asks for it, after it has asked the guard about each recipient")
    public Optional<StoredDocument> made(String number, String kind) {
        return kind.equals(PDF)
                ? reader.find(number)
                        .flatMap(invoice ->
                                printer.find(invoice, DocumentKind.INVOICE, InvoicePrinter.language(invoice)))
                        .filter(StoredDocument::isAsIssued)
                : Optional.empty();
    }
}
