package io.factuur.access;

import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a change of roles would do, before it is done: the change is made, what the person may do at the scope and below
 * is counted before and after with the guard's own conditions, and everything is rolled back.
 */
@Service
public class Rehearsal {

    private final Assignments assignments;
    private final AssignmentTable table;
    private final People people;
    private final Guard guard;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    Rehearsal(
            Assignments assignments,
            AssignmentTable table,
            People people,
            Guard guard,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.assignments = assignments;
        this.table = table;
        this.people = people;
        this.guard = guard;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What somebody gains or loses.
     *
     * @param kind of the scopes, at the one in question or below it
     * @param before at how many of them the operation is allowed now
     * @param after at how many it would be
     */
    public record Difference(Operation operation, ScopeKind kind, int before, int after) {

        public boolean gain() {
            return after > before;
        }
    }

    /** @throws Problem as the assignment itself would */
    public List<Difference> ofAssigning(long scopeId, String user, Role role, Person person) {
        guard.require(Operation.GRANT_ACCESS, scopeId, person);
        Person holder = people.find(user).orElseThrow(() -> Problem.invalid("problem.person.unknown", user));
        return compare(scopeId, seen(holder, role), () -> assignments.assign(scopeId, user, role, person));
    }

    /** @throws Problem as the removal itself would */
    public List<Difference> ofRemoving(long scopeId, long assignmentId, Person person) {
        guard.require(Operation.GRANT_ACCESS, scopeId, person);
        Assignment given = table.find(scopeId, assignmentId)
                .orElseThrow(() -> guard.refuse("access.remove", scopeId, String.valueOf(assignmentId), person));
        Person holder = people.findByUsername(given.username()).orElseThrow(Problem::notFound);
        return compare(scopeId, seen(holder, given.role()), () -> assignments.remove(scopeId, assignmentId, person));
    }

    /** Roles for programs are looked at as a program. */
    private static Person seen(Person holder, Role role) {
        return role.forProgramsOnly() ? holder.withToken() : holder;
    }

    private List<Difference> compare(long scopeId, Person holder, Runnable change) {
        @Nullable
        List<Difference> found = apart.execute(rehearsed -> {
            rehearsed.setRollbackOnly();
            Map<Operation, Map<ScopeKind, Integer>> before = allowed(scopeId, holder);
            change.run();
            return differences(before, allowed(scopeId, holder));
        });
        return found == null ? List.of() : found;
    }

    private static List<Difference> differences(
            Map<Operation, Map<ScopeKind, Integer>> before, Map<Operation, Map<ScopeKind, Integer>> after) {
        List<Difference> differences = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (ScopeKind kind : ScopeKind.values()) {
                int then = before.getOrDefault(operation, Map.of()).getOrDefault(kind, 0);
                int now = after.getOrDefault(operation, Map.of()).getOrDefault(kind, 0);
                if (then != now) {
                    differences.add(new Difference(operation, kind, then, now));
                }
            }
        }
        return differences;
    }

    private Map<Operation, Map<ScopeKind, Integer>> allowed(long scopeId, Person holder) {
        Map<Operation, Map<ScopeKind, Integer>> allowed = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            AccessFilter filter = AccessFilter.of(operation, holder);
            Map<ScopeKind, Integer> counts = new EnumMap<>(ScopeKind.class);
            jdbc.sql("""
                    select s.kind, count(*) as scopes from scope_ancestor up join scope s on s.id = up.scope_id
                    where up.ancestor_id = :scope and %s group by s.kind
                    """.formatted(filter.on("s")))
                    .param("scope", scopeId)
                    .params(filter.parameters())
                    .query(row -> {
                        counts.put(ScopeKind.valueOf(row.getString("kind")), row.getInt("scopes"));
                    });
            allowed.put(operation, counts);
        }
        return allowed;
    }
}
