package io.factuur.invoice;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.Candidate.Closing;
import io.factuur.invoice.InvoiceDraft.Credits;
import io.factuur.scope.BillingDetails;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeProperties;
import io.factuur.scope.Terms;
import io.factuur.security.Person;
import io.factuur.usage.Charge;
import io.factuur.usage.Charges;
import io.factuur.usage.PeriodGate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices a few hundred scopes in one transaction: all of them with their numbers and closed periods, or none. */
@Component
class BillingChunk {

    private final JdbcClient jdbc;
    private final PeriodGate gate;
    private final InvoiceSeries series;
    private final InvoiceStore store;
    private final Charges charges;
    private final ScopeProperties properties;
    private final IssuerSettings issuer;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BillingChunk(
            JdbcClient jdbc,
            PeriodGate gate,
            InvoiceSeries series,
            InvoiceStore store,
            Charges charges,
            ScopeProperties properties,
            IssuerSettings issuer,
            AuditLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.series = series;
        this.store = store;
        this.charges = charges;
        this.properties = properties;
        this.issuer = issuer;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param closings in order of scope ID; those that are closed already are passed over */
    void issue(long runId, Scope account, AskedPeriod asked, List<Closing> closings, Person person) {
        transaction.executeWithoutResult(status -> {
            gate.pass();
            series.lock();
            List<Closing> open = stillOpen(closings);
            if (open.isEmpty()) {
                return;
            }
            List<InvoicesIssued.Issued> issued = store.insert(drafts(runId, account, asked, open, person));
            store.close(open);
            if (!issued.isEmpty()) {
                audit.record(AuditEvent.done(
                                person.username(),
                                "invoice.issue",
                                account.id(),
                                issued.getFirst().number() + "…"
                                        + issued.getLast().number())
                        .with("period", asked.code())
                        .with("count", issued.size()));
                events.publishEvent(new InvoicesIssued(issued));
            }
        });
    }

    private List<Closing> stillOpen(List<Closing> closings) {
        Set<Long> closed = new HashSet<>(jdbc.sql("""
                select c.scope_id from closed_period c
                where c.scope_id in (:scopes) and c.period_start between :first and :last
                """)
                .param(
                        "scopes",
                        closings.stream().map(closing -> closing.scope().id()).toList())
                .param(
                        "first",
                        closings.stream()
                                .map(closing -> closing.period().start())
                                .min(LocalDate::compareTo)
                                .orElseThrow())
                .param(
                        "last",
                        closings.stream()
                                .map(closing -> closing.period().start())
                                .max(LocalDate::compareTo)
                                .orElseThrow())
                .query(Long.class)
                .list());
        return closings.stream()
                .filter(closing -> !closed.contains(closing.scope().id()))
                .toList();
    }

    private List<NewInvoice> drafts(
            long runId, Scope account, AskedPeriod asked, List<Closing> closings, Person person) {
        Map<Long, List<Charge>> used = charges
                .inBulk(
                        account.id(),
                        closings.getFirst().scope().id(),
                        closings.getLast().scope().id(),
                        asked.from(),
                        asked.to(),
                        person)
                .stream()
                .collect(Collectors.groupingBy(Charge::invoicedScopeId));
        Map<Long, BillingDetails> billed = properties.billing(
                closings.stream().map(closing -> closing.scope().id()).toList());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<NewInvoice> drafts = new ArrayList<>();
        for (Closing closing : closings) {
            BillingDetails details = billed.get(closing.scope().id());
            byCurrency(closing, used.getOrDefault(closing.scope().id(), List.of()))
                    .forEach((currency, list) -> drafts.add(draft(runId, closing, currency, list, details, today)));
        }
        return drafts;
    }

    /** What makes an invoice: each currency in which something cost something, and zero where the agreement wants it. */
    private static Map<String, List<Charge>> byCurrency(Closing closing, List<Charge> used) {
        Map<String, List<Charge>> byCurrency =
                used.stream().collect(Collectors.groupingBy(Charge::currency, TreeMap::new, Collectors.toList()));
        byCurrency.values().removeIf(list -> list.stream()
                .allMatch(charge -> charge.cost().signum() == 0));
        if (byCurrency.isEmpty() && closing.scope().agreement().terms().invoicesZero()) {
            byCurrency.put(closing.scope().currency(), List.of());
        }
        return byCurrency;
    }

    private NewInvoice draft(
            long runId,
            Closing closing,
            String currency,
            List<Charge> used,
            @Nullable BillingDetails details,
            LocalDate today) {
        Candidate scope = closing.scope();
        Terms terms = details == null ? new Terms(null, null, null) : details.terms();
        BigDecimal taxRate = Objects.requireNonNullElse(terms.taxRate(), issuer.taxRate());
        return new NewInvoice(
                runId,
                scope.id(),
                scope.rootId(),
                scope.agreement(),
                scope.name(),
                InvoiceType.SERVICES,
                DocumentType.INVOICE,
                closing.period(),
                today,
                Objects.requireNonNullElse(terms.paymentDays(), issuer.paymentTermDays()),
                Customer.of(scope.accountName(), details),
                InvoiceDraft.of(Currency.getInstance(currency), used, Credits.NONE, taxRate),
                null,
                null);
    }
}
