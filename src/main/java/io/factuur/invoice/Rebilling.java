package io.factuur.invoice;

import io.factuur.invoice.Candidate.Closing;
import io.factuur.invoice.InvoicesIssued.Issued;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.usage.Charge;
import io.factuur.usage.Charges;
import io.factuur.usage.PeriodGate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues the papers that put an earlier one right: credit notes and replacing invoices, with numbers of the series. */
@Component
class Rebilling {

    private final PeriodGate gate;
    private final InvoiceSeries series;
    private final InvoiceStore store;
    private final InvoiceReader reader;
    private final Candidates candidates;
    private final Charges charges;
    private final Drafting drafting;
    private final DraftingAccounts accounts;
    private final CreditGrants grants;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rebilling(
            PeriodGate gate,
            InvoiceSeries series,
            InvoiceStore store,
            InvoiceReader reader,
            Candidates candidates,
            Charges charges,
            Drafting drafting,
            DraftingAccounts accounts,
            CreditGrants grants,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.gate = gate;
        this.series = series;
        this.store = store;
        this.reader = reader;
        this.candidates = candidates;
        this.charges = charges;
        this.drafting = drafting;
        this.accounts = accounts;
        this.grants = grants;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Takes the locks in the order of a billing run, before anything else is locked. */
    void enter() {
        series.open(reader.today().getYear());
        gate.pass();
        series.lock();
    }

    /** The period once more, from its usage, for the same currency and type. */
    InvoiceRow again(InvoiceRow old, Person person) {
        Candidate scope = candidates.find(old.scopeId()).orElseThrow(Problem::notFound);
        List<Charge> used = charges.inBulk(
                List.of(old.scopeId()),
                old.period().start(),
                old.period().start().plusDays(1),
                person);
        NewInvoice fresh =
                drafting.of(null, new Closing(scope, old.period()), used, accounts.of(old.scopeId())).stream()
                        .filter(draft -> draft.type() == old.type()
                                && draft.draft()
                                        .figures()
                                        .currency()
                                        .equals(old.figures().currency()))
                        .findFirst()
                        .orElseThrow(() -> Problem.conflict("problem.invoice.rebill-nothing", old.number()));
        return issue(fresh.replacing(old.id()));
    }

    /**
     * @param amount before tax, positive
     * @param taxLeft the tax that goes with it where it is all that was left; else from the rate
     * @param whole whether it mirrors the invoice line by line
     */
    InvoiceRow creditNote(
            Invoice invoice,
            BigDecimal amount,
            @Nullable BigDecimal taxLeft,
            boolean whole,
            String reason,
            Person person) {
        InvoiceRow row = invoice.row();
        Figures figures = whole ? mirrored(row.figures()) : partial(row.figures(), amount, taxLeft);
        List<InvoiceLine> lines = whole
                ? invoice.lines().stream().map(Rebilling::mirrored).toList()
                : List.of(new InvoiceLine(
                        1,
                        null,
                        row.scopeName(),
                        Product.cut(reason, 300),
                        "Other",
                        "Credit",
                        invoice.issuer().name(),
                        amount.negate(),
                        amount.negate()));
        if (whole) {
            grants.giveBack(row.id(), reason, person.username());
        }
        return issue(new NewInvoice(
                null,
                row.scopeId(),
                candidates.find(row.scopeId()).orElseThrow(Problem::notFound).rootId(),
                row.agreement(),
                row.scopeName(),
                row.type(),
                DocumentType.CREDIT_NOTE,
                row.period(),
                reader.today(),
                0,
                invoice.customer(),
                new InvoiceDraft(figures, lines),
                List.of(),
                row.id(),
                null));
    }

    void giveCreditsBack(long invoiceId, String reason, Person person) {
        grants.giveBack(invoiceId, reason, person.username());
    }

    void event(long invoiceId, InvoiceEvent.Kind kind, @Nullable Long otherId, String reason, Person person) {
        jdbc.sql("""
                insert into invoice_event (invoice_id, kind, other_id, reason, happened_at, happened_by)
                values (:id, :kind, :other, :reason, :at, :by)
                """)
                .param("id", invoiceId)
                .param("kind", kind.name())
                .param("other", otherId)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", person.username())
                .update();
    }

    private InvoiceRow issue(NewInvoice fresh) {
        List<Issued> issued = store.insert(List.of(fresh));
        events.publishEvent(new InvoicesIssued(issued));
        return reader.findRow(issued.getFirst().number()).orElseThrow();
    }

    private static Figures mirrored(Figures figures) {
        return new Figures(
                figures.currency(),
                figures.exactCost().negate(),
                figures.rounding().negate(),
                figures.charges().negate(),
                figures.prepayment().negate(),
                figures.credit().negate(),
                figures.freeCredit().negate(),
                figures.subtotal().negate(),
                figures.taxRate(),
                figures.tax().negate(),
                figures.total().negate());
    }

    private static Figures partial(Figures figures, BigDecimal amount, @Nullable BigDecimal taxLeft) {
        BigDecimal zero = BigDecimal.ZERO.setScale(amount.scale());
        BigDecimal tax = taxLeft == null
                ? amount.multiply(figures.taxRate()).setScale(amount.scale(), RoundingMode.HALF_UP)
                : taxLeft;
        return new Figures(
                figures.currency(),
                amount.negate(),
                zero,
                amount.negate(),
                zero,
                zero,
                zero,
                amount.negate(),
                figures.taxRate(),
                tax.negate(),
                amount.add(tax).negate());
    }

    private static InvoiceLine mirrored(InvoiceLine line) {
        return new InvoiceLine(
                line.no(),
                line.sectionId(),
                line.sectionName(),
                line.serviceName(),
                line.serviceCategory(),
                line.chargeCategory(),
                line.publisherName(),
                line.exactCost().negate(),
                line.amount().negate());
    }
}
