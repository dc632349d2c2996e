package io.factuur.invoice;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.Candidate.Closing;
import io.factuur.invoice.ChunkReader.Basis;
import io.factuur.invoice.ChunkReader.Reading;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.usage.PeriodGate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices a thousand scopes in one transaction: all of them with their numbers and closed periods, or none. */
@Component
class BillingChunk {

    private final JdbcClient jdbc;
    private final PeriodGate gate;
    private final InvoiceSeries series;
    private final InvoiceStore store;
    private final ChunkReader reader;
    private final CreditGrants grants;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    BillingChunk(
            JdbcClient jdbc,
            PeriodGate gate,
            InvoiceSeries series,
            InvoiceStore store,
            ChunkReader reader,
            CreditGrants grants,
            AuditLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.series = series;
        this.store = store;
        this.reader = reader;
        this.grants = grants;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param reading in order of scope ID; what is closed already is passed over, what has changed is drafted anew */
    void issue(long runId, Scope account, AskedPeriod asked, Reading reading, Person person) {
        if (reading.closings().isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            long changes = gate.pass();
            series.lock();
            List<Closing> open = stillOpen(reading.closings());
            if (open.isEmpty()) {
                return;
            }
            Basis now = reader.basis(open, changes);
            List<NewInvoice> drafts = reading.drafts().from().covers(now)
                    ? reading.drafts().of(open)
                    : reader.drafts(now, runId, open, asked, person).invoices();
            List<InvoicesIssued.Issued> issued =
                    store.insert(drafts.stream().filter(NewInvoice::isWanted).toList(), open);
            drafts.stream()
                    .filter(draft -> !draft.isWanted())
                    .forEach(paid -> grants.use(null, paid.period(), paid.taken()));
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
}
