package io.factuur.invoice;

import io.factuur.invoice.Candidate.Closing;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.usage.Charge;
import io.factuur.usage.Charges;
import io.factuur.usage.PeriodGate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads and drafts the next chunk of a billing run, so that it can be done while the one before is written. Whoever writes
 * it asks first whether what it was made from still holds.
 */
@Component
class ChunkReader {

    static final int CHUNK = 1_000;

    private final Candidates candidates;
    private final Charges charges;
    private final PeriodGate gate;
    private final DraftingAccounts accounts;
    private final CurrentIssuer issuer;
    private final Drafting drafting;

    ChunkReader(
            Candidates candidates,
            Charges charges,
            PeriodGate gate,
            DraftingAccounts accounts,
            CurrentIssuer issuer,
            Drafting drafting) {
        this.candidates = candidates;
        this.charges = charges;
        this.gate = gate;
        this.accounts = accounts;
        this.issuer = issuer;
        this.drafting = drafting;
    }

    /** @param lastId after which the next chunk begins; zero if there is none */
    record Reading(List<Closing> closings, Drafts drafts, long lastId) {

        boolean isLast() {
            return lastId == 0;
        }
    }

    /**
     * @param from what they were made from
     * @param invoices of any of the closings, in their order
     */
    record Drafts(Basis from, List<NewInvoice> invoices) {

        List<NewInvoice> of(List<Closing> some) {
            Set<Long> scopes =
                    some.stream().map(closing -> closing.scope().id()).collect(Collectors.toSet());
            return invoices.stream()
                    .filter(invoice -> scopes.contains(invoice.scopeId()))
                    .toList();
        }
    }

    /**
     * What drafts depend on besides the candidates.
     *
     * @param usageChanges what the gate counted: sums hold as long as it counts the same
     * @param accounts what each scope is billed with
     */
    record Basis(long usageChanges, IssuerSettings issuer, Map<Long, Drafting.Account> accounts) {

        /** Whether this one says of all in the other what the other says. */
        boolean covers(Basis other) {
            return usageChanges == other.usageChanges
                    && issuer.equals(other.issuer)
                    && accounts.entrySet().containsAll(other.accounts.entrySet());
        }
    }

    /** The thousand scopes after one, as far as their period has ended. */
    Reading after(long lastId, long runId, Scope account, AskedPeriod asked, LocalDate today, Person person) {
        List<Candidate> page =
                candidates.below(account.id(), account.agreement().terms().invoicedKind(), asked, lastId, CHUNK);
        List<Closing> ended = ended(page, asked, today);
        return new Reading(
                ended,
                drafts(basis(ended, gate.changes()), runId, ended, asked, person),
                page.size() == CHUNK ? page.getLast().id() : 0);
    }

    Basis basis(List<Closing> closings, long usageChanges) {
        return new Basis(usageChanges, issuer.now(), closings.isEmpty() ? Map.of() : accounts.of(scopes(closings)));
    }

    Drafts drafts(Basis from, long runId, List<Closing> closings, AskedPeriod asked, Person person) {
        if (closings.isEmpty()) {
            return new Drafts(from, List.of());
        }
        Map<Long, List<Charge>> used = charges.inBulk(scopes(closings), asked.from(), asked.to(), person).stream()
                .collect(Collectors.groupingBy(Charge::invoicedScopeId));
        List<NewInvoice> drafts = new ArrayList<>();
        for (Closing closing : closings) {
            long scope = closing.scope().id();
            drafts.addAll(drafting.of(
                    runId,
                    closing,
                    used.getOrDefault(scope, List.of()),
                    Objects.requireNonNull(from.accounts().get(scope))));
        }
        return new Drafts(from, drafts);
    }

    private static List<Long> scopes(List<Closing> closings) {
        return closings.stream().map(closing -> closing.scope().id()).toList();
    }

    private static List<Closing> ended(List<Candidate> page, AskedPeriod asked, LocalDate today) {
        List<Closing> ended = new ArrayList<>();
        for (Candidate candidate : page) {
            candidate
                    .period(asked)
                    .filter(period -> !today.isBefore(period.end()))
                    .ifPresent(period -> ended.add(new Closing(candidate, period)));
        }
        return ended;
    }
}
