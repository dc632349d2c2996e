package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.ChunkReader.Reading;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes periods and issues their invoices. Safe to repeat, to run twice at once and to be killed: a thousand
 * scopes at a time are one transaction, and what is closed already is passed over (docs/decisions/0030).
 */
@Service
public class BillingRuns {

    private final Candidates candidates;
    private final BillingRunStore runs;
    private final ChunkReader reader;
    private final BillingChunk chunk;
    private final InvoiceSeries series;
    private final Scopes scopes;
    private final Guard guard;
    private final Clock clock;

    BillingRuns(
            Candidates candidates,
            BillingRunStore runs,
            ChunkReader reader,
            BillingChunk chunk,
            InvoiceSeries series,
            Scopes scopes,
            Guard guard,
            Clock clock) {
        this.candidates = candidates;
        this.runs = runs;
        this.reader = reader;
        this.chunk = chunk;
        this.series = series;
        this.scopes = scopes;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Closes a period for every invoiced scope at or below a scope and issues what is owed. Scopes whose own period
     * (a subscription's, from its day of the month) has not ended yet wait for a later call.
     *
     * @param scopeId a billing account, or one scope that gets invoices of its own
     * @param period {@code yyyy-MM}, or {@code yyyy-MM-dd} for the periods that start on that day
     * @throws Problem when the period is none, or has ended for nobody yet
     */
    public BillingRun close(long scopeId, String period, Person person) {
        guard.requireOperator("billing-run.close", person);
        AskedPeriod asked = AskedPeriod.parse(period);
        Scope account = invoiceable(scopeId, person);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        refuseUnlessEnded(account, asked, today);
        series.open(today.getYear());
        long run = runs.open(scopeId, asked, person);
        issueAll(run, account, asked, today, person);
        return get(run, person);
    }

    /** Each chunk is drafted while the one before is written: the one is mostly our work, the other the database's. */
    private void issueAll(long run, Scope account, AskedPeriod asked, LocalDate today, Person person) {
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            Reading reading = reader.after(0, run, account, asked, today, person);
            while (!reading.isLast()) {
                long lastId = reading.lastId();
                var next = CompletableFuture.supplyAsync(
                        () -> reader.after(lastId, run, account, asked, today, person), ahead);
                chunk.issue(run, account, asked, reading, person);
                reading = next.join();
            }
            chunk.issue(run, account, asked, reading, person);
        }
    }

    @Transactional(readOnly = true)
    public BillingRun get(long id, Person person) {
        guard.requireOperator("billing-run.see", person);
        return runs.find(id).orElseThrow(Problem::notFound);
    }

    /** The runs, the latest first. */
    @Transactional(readOnly = true)
    public List<BillingRun> list(long before, int limit, Person person) {
        guard.requireOperator("billing-run.list", person);
        return runs.latest(before, limit);
    }

    private Scope invoiceable(long scopeId, Person person) {
        Scope scope = scopes.get(scopeId, person).scope();
        ScopeKind invoiced = scope.agreement().terms().invoicedKind();
        if (scope.kind() != ScopeKind.BILLING_ACCOUNT && scope.kind() != invoiced) {
            throw Problem.invalid("problem.billing-run.scope", scope.kind(), scope.agreement(), invoiced);
        }
        return scope;
    }

    /** A period that has not ended for anybody is refused, with the day from which it can be closed. */
    private void refuseUnlessEnded(Scope account, AskedPeriod asked, LocalDate today) {
        ScopeKind invoiced = account.agreement().terms().invoicedKind();
        LocalDate earliest = null;
        long after = 0;
        List<Candidate> page;
        do {
            page = candidates.below(account.id(), invoiced, asked, after, ChunkReader.CHUNK);
            for (Candidate candidate : page) {
                Optional<BillingPeriod> period = candidate.period(asked);
                if (period.isPresent() && !today.isBefore(period.get().end())) {
                    return;
                }
                LocalDate end = period.map(BillingPeriod::end).orElse(null);
                earliest = end != null && (earliest == null || end.isBefore(earliest)) ? end : earliest;
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == ChunkReader.CHUNK);
        if (earliest != null) {
            throw Problem.invalid("problem.billing-run.open", asked.code(), earliest.toString());
        }
        throw today.isBefore(asked.to())
                ? Problem.invalid(
                        "problem.billing-run.open", asked.code(), asked.to().toString())
                : Problem.invalid("problem.billing-run.nothing", account.name(), asked.code());
    }
}
