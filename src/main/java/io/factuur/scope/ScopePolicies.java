package io.factuur.scope;

import io.factuur.access.Guard;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The switches of a scope: an enrollment's policies, a subscription's "Access to invoice". They count at once. */
@Service
public class ScopePolicies {

    private final JdbcClient jdbc;
    private final ScopeTree tree;
    private final PropertyStore properties;
    private final Guard guard;
    private final AuditLog audit;
    private final Clock clock;

    ScopePolicies(JdbcClient jdbc, ScopeTree tree, PropertyStore properties, Guard guard, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.properties = properties;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /** The switches that a scope of this agreement and kind has, and whether they are on. */
    @Transactional(readOnly = true)
    public Map<Condition, Boolean> get(long scopeId, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        return read(tree.find(scopeId).orElseThrow(Problem::notFound));
    }

    /** Whether the switch can be turned on here: "Access to invoice" never counts for some offers. */
    @Transactional(readOnly = true)
    public boolean canBeOn(Condition policy, long scopeId, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        return isUseful(policy, scopeId);
    }

    /**
     * Turns switches on or off; those left out stay.
     *
     * @throws Problem when the scope has no such switch, or "Access to invoice" never counts for its offer
     */
    @Transactional
    public Map<Condition, Boolean> change(long scopeId, Map<Condition, Boolean> wanted, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        Scope scope = tree.find(scopeId).orElseThrow(Problem::notFound);
        for (Condition policy : wanted.keySet()) {
            requireThere(policy, scope);
            requireMay(policy, scopeId, person);
        }
        jdbc.sql("select id from scope where id = :id for update")
                .param("id", scopeId)
                .query(Long.class)
                .single();
        Map<Condition, Boolean> before = read(scope);
        wanted.forEach((policy, on) -> {
            if (!on.equals(before.get(policy))) {
                requireUseful(policy, on, scopeId);
                write(policy, on, scope, person);
            }
        });
        return read(scope);
    }

    private static void requireThere(Condition policy, Scope scope) {
        if (!scope.agreement().terms().switchesAt(scope.kind()).contains(policy)) {
            throw Problem.invalid("problem.policy.not-here", policy, scope.kind(), scope.agreement());
        }
    }

    private void requireMay(Condition policy, long scopeId, Person person) {
        Operation needed = policy.changedBy();
        if (needed == null) {
            guard.requireOperator("policy.change", person);
        } else {
            guard.require(needed, scopeId, person);
        }
    }

    private void requireUseful(Condition policy, boolean on, long scopeId) {
        if (on && !isUseful(policy, scopeId)) {
            throw Problem.conflict("problem.policy.not-shared");
        }
    }

    private boolean isUseful(Condition policy, long scopeId) {
        return policy != Condition.ACCESS_TO_INVOICE
                || properties.find(scopeId).sold().sharesInvoices();
    }

    private void write(Condition policy, boolean on, Scope scope, Person person) {
        jdbc.sql("update scope set " + column(policy) + " = :on where id = :id")
                .param("on", on)
                .param("id", scope.id())
                .update();
        jdbc.sql("""
                insert into switch_change (scope_id, switch, turned_on, changed_at, changed_by)
                values (:id, :switch, :on, :at, :by)
                """)
                .param("id", scope.id())
                .param("switch", policy.name())
                .param("on", on)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", person.username())
                .update();
        audit.record(AuditEvent.done(person.username(), "policy.change", scope.id(), scope.name())
                .with("policy", policy)
                .with("before", !on)
                .with("after", on));
    }

    private Map<Condition, Boolean> read(Scope scope) {
        Map<Condition, Boolean> policies = new EnumMap<>(Condition.class);
        for (Condition policy : scope.agreement().terms().switchesAt(scope.kind())) {
            policies.put(
                    policy,
                    jdbc.sql("select " + column(policy) + " from scope where id = :id")
                            .param("id", scope.id())
                            .query(Boolean.class)
                            .single());
        }
        return policies;
    }

    /** The column is called like the switch. */
    private static String column(Condition policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }
}
