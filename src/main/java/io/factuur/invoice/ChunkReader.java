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
import org.springframework.stereotype.Component;

/** Reads what the next chunk of a billing run is made from, so that it can be done while the one before is written. */
@Component
class ChunkReader {

    static final int CHUNK = 500;

    private final Candidates candidates;
    private final Charges charges;
    private final PeriodGate gate;

    ChunkReader(Candidates candidates, Charges charges, PeriodGate gate) {
        this.candidates = candidates;
        this.charges = charges;
        this.gate = gate;
    }

    /** @param lastId after which the next chunk begins; zero if there is none */
    record Reading(List<Closing> closings, Sums sums, long lastId) {

        boolean isLast() {
            return lastId == 0;
        }
    }

    /** @param changes what the gate counted before; the charges hold as long as it counts the same */
    record Sums(long changes, List<Charge> charges) {}

    /** The few hundred scopes after one, as far as their period has ended. */
    Reading after(long lastId, Scope account, AskedPeriod asked, LocalDate today, Person person) {
        List<Candidate> page =
                candidates.below(account.id(), account.agreement().terms().invoicedKind(), asked, lastId, CHUNK);
        List<Closing> ended = ended(page, asked, today);
        return new Reading(
                ended,
                sums(ended, asked, person),
                page.size() == CHUNK ? page.getLast().id() : 0);
    }

    Sums sums(List<Closing> closings, AskedPeriod asked, Person person) {
        long changes = gate.changes();
        List<Long> scopes =
                closings.stream().map(closing -> closing.scope().id()).toList();
        return new Sums(
                changes, scopes.isEmpty() ? List.of() : charges.inBulk(scopes, asked.from(), asked.to(), person));
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
