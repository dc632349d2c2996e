package io.factuur.access;

import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Check access": what somebody may do at a scope, and why. */
@Service
public class AccessCheck {

    /** Asked about in place of somebody unknown, so that the answer takes as long. */
    private static final Person NOBODY = new Person(-1, "", "", "", false, false);

    private final Guard guard;
    private final Standings standings;
    private final Remedies remedies;
    private final People people;
    private final AuditLog audit;

    AccessCheck(Guard guard, Standings standings, Remedies remedies, People people, AuditLog audit) {
        this.guard = guard;
        this.standings = standings;
        this.remedies = remedies;
        this.people = people;
        this.audit = audit;
    }

    /** What the person themselves may do here. */
    @Transactional(readOnly = true)
    public Checked mine(long scopeId, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        return check(scopeId, person);
    }

    /**
     * What somebody else may do here; for those who may see who has access. Who else has an account in the portal is told
     * only to those who may give roles: to everybody else, whoever has no role here is the same as nobody.
     *
     * @param user a user name or sign-in address
     * @throws Problem when nobody is called so, or nobody of whom this person may know
     */
    @Transactional(readOnly = true)
    public Checked of(long scopeId, String user, Person person) {
        if (user.strip().equals(person.username())) {
            return mine(scopeId, person);
        }
        guard.require(Operation.SEE_ACCESS, scopeId, person);
        Optional<Person> found = people.find(user);
        if (!guard.allows(Operation.GRANT_ACCESS, scopeId, person) && !holdsRole(scopeId, found.orElse(NOBODY))) {
            audit.recordAlways(
                    AuditEvent.refused(person.username(), "access.check", scopeId, "somebody without a role here"));
            throw Problem.invalid("problem.person.no-role-here", user);
        }
        return check(scopeId, found.orElseThrow(() -> Problem.invalid("problem.person.unknown", user)));
    }

    private boolean holdsRole(long scopeId, Person subject) {
        return standings
                .find(scopeId, subject)
                .filter(standing -> !standing.held().isEmpty())
                .isPresent();
    }

    private Checked check(long scopeId, Person subject) {
        Standing standing = standings.find(scopeId, subject).orElseThrow(Problem::notFound);
        return new Checked(
                subject,
                standing.held(),
                Arrays.stream(Operation.values())
                        .map(operation -> remedies.explain(operation, standing))
                        .toList());
    }

    /** @param roles what the person holds here and above, nearest first */
    public record Checked(Person subject, List<Held> roles, List<Decision> decisions) {}
}
