package io.factuur.access;

import io.factuur.access.Rules.Verdict;
import io.factuur.agreement.Agreement;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Turns a verdict into an answer that names who can change it. Asked by the guard only. */
@Service
class Remedies {

    private static final int NAMES = 3;

    private final JdbcClient jdbc;

    Remedies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Decision explain(Operation operation, Standing standing) {
        Verdict verdict = Rules.judge(operation, standing);
        return new Decision(
                operation,
                standing.scopeId(),
                verdict.allowed(),
                verdict.reasons(),
                Rules.rolesFor(operation, standing),
                verdict.allowed() ? null : remedy(verdict.reasons().getFirst(), operation, standing));
    }

    private Decision.@Nullable Remedy remedy(Reason reason, Operation operation, Standing standing) {
        return switch (reason) {
            case Reason.SwitchedOff off -> whoMay(off.condition().changedBy(), standing, scopeOf(off.condition()));
            case Reason.Muted muted -> whoMay(muted.unless().changedBy(), standing, scopeOf(muted.unless()));
            case Reason.NotShared ignored -> holders(Rules.rolesFor(operation, standing), standing.scopeId());
            case Reason.NobodyWhileOff off -> whoMay(off.condition().changedBy(), standing, scopeOf(off.condition()));
            case Reason.NoRole ignored -> whoMayGive(Rules.rolesFor(operation, standing), standing);
            default -> null;
        };
    }

    private static boolean scopeOf(Condition condition) {
        return !condition.onScopeItself();
    }

    /** The people who may do an operation here, or at the account above. Null stands for the operator's own. */
    private Decision.Remedy whoMay(@Nullable Operation operation, Standing standing, boolean atAccount) {
        if (operation == null) {
            return new Decision.Remedy(Set.of(), List.of(), 0);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        standing.agreement().terms().grants().stream()
                .filter(line -> line.operation() == operation && line.condition() == Condition.NONE)
                .filter(line -> atAccount || line.at().contains(standing.kind()))
                .forEach(line -> roles.add(line.role()));
        roles.retainAll(standing.agreement().terms().rolesReaching(standing.kind()));
        return holders(roles, standing.scopeId());
    }

    /** Those who give access wherever one of the roles is given: here or above. */
    private Decision.Remedy whoMayGive(Set<Role> wanted, Standing standing) {
        Agreement terms = standing.agreement().terms();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        terms.grants().stream()
                .filter(line -> line.operation() == Operation.GRANT_ACCESS && line.condition() == Condition.NONE)
                .filter(line -> line.at().stream()
                        .filter(kind -> terms.rolesReaching(kind).contains(line.role()))
                        .anyMatch(kind -> terms.rolesAt(kind).stream().anyMatch(wanted::contains)))
                .forEach(line -> roles.add(line.role()));
        roles.retainAll(terms.rolesReaching(standing.kind()));
        return holders(roles, standing.scopeId());
    }

    private Decision.Remedy holders(Set<Role> roles, long scopeId) {
        if (roles.isEmpty()) {
            return new Decision.Remedy(roles, List.of(), 0);
        }
        List<String> names = jdbc.sql("""
                select p.display_name from scope_ancestor up
                join assignment g on g.scope_id = up.ancestor_id and g.ended_at is null and g.role in (:roles)
                join person p on p.id = g.person_id and not p.disabled
                where up.scope_id = :scope
                group by p.id, p.display_name order by min(up.distance), p.display_name, p.id
                fetch first 100 rows only
                """)
                .param("roles", roles.stream().map(Role::name).toList())
                .param("scope", scopeId)
                .query(String.class)
                .list();
        return new Decision.Remedy(roles, names.stream().limit(NAMES).toList(), Math.max(0, names.size() - NAMES));
    }
}
