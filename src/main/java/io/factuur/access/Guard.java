package io.factuur.access;

import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Operators;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The one place that says yes or no. Every public service method asks it first, for the role and the scope together;
 * the answer is read from the database each time, so that a role taken away counts at once; only the parts of one page
 * that is being put together share it, see {@link PageLook}.
 */
@Service
public class Guard {

    /** No scope has this ID. */
    private static final long NOWHERE = 0;

    private final Standings standings;
    private final Remedies remedies;
    private final Operators operators;
    private final AuditLog audit;

    Guard(Standings standings, Remedies remedies, Operators operators, AuditLog audit) {
        this.standings = standings;
        this.remedies = remedies;
        this.operators = operators;
        this.audit = audit;
    }

    /**
     * Lets the person pass or answers as if the scope were not there, and writes the refusal down.
     *
     * @throws Problem not found, when the person may not do this here or there is no such scope
     */
    public Ground require(Operation operation, long scopeId, Person person) {
        return standings
                .find(scopeId, person)
                .filter(standing -> Rules.judge(operation, standing).allowed())
                .map(standing -> new Ground(scopeId, standing.agreement(), standing.kind()))
                .orElseThrow(() -> refuse(operation.name(), scopeId, String.valueOf(scopeId), person));
    }

    /** Whether the person may do this here, without a trace: for what a page shows. */
    public boolean allows(Operation operation, long scopeId, Person person) {
        return standings
                .find(scopeId, person)
                .map(standing -> Rules.judge(operation, standing).allowed())
                .orElse(false);
    }

    /** All that the person may do here, in one look; empty when they may not even know the scope. */
    public Set<Operation> allowed(long scopeId, Person person) {
        return standings
                .find(scopeId, person)
                .map(standing -> Arrays.stream(Operation.values())
                        .filter(operation -> Rules.judge(operation, standing).allowed())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /**
     * The same answer with its reasons: what allows it, or what is in the way and who can change that.
     *
     * @throws Problem not found, when the person may not even know the scope
     */
    public Decision decide(Operation operation, long scopeId, Person person) {
        Standing standing = standings
                .find(scopeId, person)
                .filter(found -> Rules.judge(Operation.SEE_SCOPE, found).allowed())
                .orElseThrow(() -> refuse(operation.name(), scopeId, String.valueOf(scopeId), person));
        return remedies.explain(operation, standing);
    }

    /** Lets only an operator pass. */
    public void requireOperator(String action, Person person) {
        operators.require(action, person);
    }

    /** As {@link #refuse} for a number that names nothing, after the same questions as for one that is not theirs. */
    public Problem refuseUnknown(Operation operation, String subject, Person person) {
        allows(operation, NOWHERE, person);
        return refuse(operation.name(), null, subject, person);
    }

    /** Writes a refusal down and gives the answer that tells nothing; for what is not even there, too. */
    public Problem refuse(String action, @Nullable Long scopeId, String subject, Person person) {
        audit.recordAlways(AuditEvent.refused(person.username(), action, scopeId, subject));
        return Problem.notFound();
    }
}
