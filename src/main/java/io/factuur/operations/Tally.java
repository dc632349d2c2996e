package io.factuur.operations;

import io.factuur.audit.AuditEvent;
import io.factuur.invoice.InvoicesIssued;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts what this node writes into the journal: downloads, refusals, documents made, sign-ins, imports ordered. By the
 * word of the action and how it ended; never by person, scope or address.
 */
@Component
class Tally {

    private final MeterRegistry meters;

    Tally(MeterRegistry meters) {
        this.meters = meters;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void count(AuditEvent event) {
        meters.counter(
                        "factuur.journal",
                        "action",
                        event.action(),
                        "outcome",
                        event.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void count(InvoicesIssued issued) {
        meters.counter("factuur.invoices.issued").increment(issued.invoices().size());
    }
}
