package io.factuur.access;

import io.factuur.agreement.Operation;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Check access": what somebody may do at a scope, and why. */
@Service
public class AccessCheck {

    private final Guard guard;
    private final Standings standings;
    private final Remedies remedies;
    private final People people;

    AccessCheck(Guard guard, Standings standings, Remedies remedies, People people) {
        this.guard = guard;
        this.standings = standings;
        this.remedies = remedies;
        this.people = people;
    }

    /** What the person themselves may do here. */
    @Transactional(readOnly = true)
    public Checked mine(long scopeId, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        return check(scopeId, person);
    }

    /**
     * What somebody else may do here; for those who may see who has access.
     *
     * @param user a user name or sign-in address
     * @throws Problem when nobody is called so
     */
    @Transactional(readOnly = true)
    public Checked of(long scopeId, String user, Person person) {
        if (user.strip().equals(person.username())) {
            return mine(scopeId, person);
        }
        guard.require(Operation.SEE_ACCESS, scopeId, person);
        return check(scopeId, people.find(user).orElseThrow(() -> Problem.invalid("problem.person.unknown", user)));
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
