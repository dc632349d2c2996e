package io.factuur.invoice;

import io.factuur.access.Ground;
import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invoices, as far as a person may see them. What programs ask for by the thousand, {@link #list} and
 * {@link #lined}, needs no transaction: each asks the database once for what it shows, and a transaction would be a
 * question more.
 */
@Service
public class Invoices {

    private final InvoiceReader reader;
    private final NewestInvoices newest;
    private final Guard guard;

    Invoices(InvoiceReader reader, NewestInvoices newest, Guard guard) {
        this.reader = reader;
        this.newest = newest;
        this.guard = guard;
    }

    /** @param lines in the order of the document */
    public record Lined(InvoiceRow row, List<InvoiceLine> lines) {}

    /**
     * What a person may see, the latest first, page after page. Nobody sees more for being an operator.
     *
     * @param before only invoices issued before the one with this ID; {@link Long#MAX_VALUE} to start
     * @throws Problem not found, when a scope is named at which the person may not see invoices
     */
    public List<InvoiceRow> list(InvoiceFilter filter, long before, int limit, Person person) {
        Ground ground =
                filter.scopeId() == null ? null : guard.require(Operation.SEE_INVOICES, filter.scopeId(), person);
        return newest.rows(filter, ground, before, limit, person);
    }

    /** @throws Problem not found, for what is not there and what is not theirs alike */
    @Transactional(readOnly = true)
    public Invoice get(String number, Person person) {
        requireTheirs(number, person);
        return reader.find(number).orElseThrow(Problem::notFound);
    }

    /** Its row in a list and its lines, without what only documents say. */
    public Lined lined(String number, Person person) {
        Optional<Lined> asked = reader.lined(number);
        requireTheirs(asked.map(Lined::row), number, person);
        return asked.orElseThrow();
    }

    /** The same without its lines. */
    @Transactional(readOnly = true)
    public Invoice head(String number, Person person) {
        requireTheirs(number, person);
        return reader.head(number).orElseThrow(Problem::notFound);
    }

    /** Its row in a list. */
    @Transactional(readOnly = true)
    public InvoiceRow row(String number, Person person) {
        return requireTheirs(number, person);
    }

    private InvoiceRow requireTheirs(String number, Person person) {
        return requireTheirs(reader.findRow(number), number, person);
    }

    private InvoiceRow requireTheirs(Optional<InvoiceRow> found, String number, Person person) {
        InvoiceRow asked = found.orElseThrow(() -> guard.refuseUnknown(Operation.SEE_INVOICES, number, person));
        if (!guard.allows(Operation.SEE_INVOICES, asked.scopeId(), person) || isTooOld(asked, person)) {
            throw guard.refuse(Operation.SEE_INVOICES.name(), asked.scopeId(), number, person);
        }
        return asked;
    }

    /** Whether it is from before the day since which more than the owners may see it. */
    private boolean isTooOld(InvoiceRow row, Person person) {
        return Visible.isOld(row.agreement(), row.period().start())
                && reader.rows("i.id = :id and " + Visible.OLD, with(Visible.parameters(person), row.id()))
                        .isEmpty();
    }

    private static Map<String, Object> with(Map<String, Object> parameters, long id) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("id", id);
        return all;
    }

    /** What a run issued, in order of number. For the operator. */
    @Transactional(readOnly = true)
    public List<InvoiceRow> ofRun(long runId, long after, int limit, Person person) {
        guard.requireOperator("billing-run.see", person);
        return reader.rows("""
                i.id > :after and i.run_id is not null and exists (
                    select 1 from billing_run r join scope_ancestor a on a.ancestor_id = r.scope_id
                    where r.id = :run and a.scope_id = i.scope_id
                    and i.period_start >= r.starts_from and i.period_start < r.starts_to)
                order by i.id fetch first :limit rows only
                """, Map.of("run", runId, "after", after, "limit", limit));
    }
}
