package io.factuur.scope;

import io.factuur.access.Assignment;
import io.factuur.access.AssignmentFilter;
import io.factuur.access.Assignments;
import io.factuur.access.Guard;
import io.factuur.access.Unguarded;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Property;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.scope.PropertyRules.Change;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept about a scope: addresses, numbers, the contract. */
@Service
public class ScopeProperties {

    private static final int MOST_OWNERS = 10;

    private final PropertyStore store;
    private final ScopeTree tree;
    private final Assignments assignments;
    private final Guard guard;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    ScopeProperties(
            PropertyStore store,
            ScopeTree tree,
            Assignments assignments,
            Guard guard,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.tree = tree;
        this.assignments = assignments;
        this.guard = guard;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Properties get(long scopeId, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        return store.find(scopeId);
    }

    /** The scopes above that fill in what is missing here, the nearest first, for whoever may know the scope. */
    @Transactional(readOnly = true)
    public List<Inherited> above(long scopeId, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        boolean seesInvoices = guard.allows(Operation.SEE_INVOICES, scopeId, person);
        return tree.ancestors(scopeId).stream()
                .map(scope -> new Inherited(
                        scope.kind(),
                        seesInvoices || guard.allows(Operation.SEE_SCOPE, scope.id(), person)
                                ? store.find(scope.id())
                                : null))
                .toList();
    }

    /**
     * Who holds the one role there is on a scope that belongs to a single person, such as the owner of an enrollment's
     * account; nobody for whoever may not see who has access.
     */
    @Transactional(readOnly = true)
    public List<Assignment> owners(long scopeId, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        Scope scope = tree.find(scopeId).orElseThrow(Problem::notFound);
        return scope.agreement()
                .terms()
                .belongsTo(scope.kind())
                .filter(role -> guard.allows(Operation.SEE_ACCESS, scopeId, person))
                .map(role -> assignments.page(
                        scopeId, new AssignmentFilter("", role, true), PageRequest.of(0, MOST_OWNERS), person))
                .orElse(List.of());
    }

    /**
     * Keeps properties as given; each difference goes into the journal with before and after.
     *
     * @throws Problem when a value cannot be one, or the agreement has no such property for this kind of scope; when
     *     somebody else has changed something since these were read; not found, when the person may not change it
     */
    @Transactional
    public Properties change(long scopeId, Properties wanted, Person person) {
        guard.require(Operation.CHANGE_PROPERTIES, scopeId, person);
        Scope scope = tree.find(scopeId).orElseThrow(Problem::notFound);
        store.lock(scopeId);
        Properties before = store.find(scopeId);
        if (wanted.version() != before.version()) {
            throw Problem.conflict("problem.properties.changed-since", scope.name());
        }
        Properties after = PropertyRules.checked(wanted);
        Map<Property, Change> changes = PropertyRules.changes(before, after);
        for (Property property : changes.keySet()) {
            if (!scope.agreement().terms().propertiesAt(scope.kind()).contains(property)) {
                throw Problem.invalid("problem.property.not-here", property, scope.kind(), scope.agreement());
            }
            if (property.operatorOnly()) {
                guard.requireOperator("properties.change", person);
            }
        }
        if (!changes.isEmpty()) {
            store.write(scopeId, after);
            changes.forEach((property, change) ->
                    audit.record(AuditEvent.done(person.username(), "properties.change", scopeId, scope.name())
                            .with("property", property)
                            .with("before", change.before())
                            .with("after", change.after())));
            events.publishEvent(new ScopeNames.Renamed(scopeId));
        }
        return store.find(scopeId);
    }

    /**
     * What invoices say about their customers, by scope: each item from the scope itself or from the nearest one above
     * it.
     */
    @Unguarded(because = "the billing run asks, which only an operator may start")
    @Transactional(readOnly = true)
    public Map<Long, BillingDetails> billing(List<Long> scopeIds) {
        return store.billing(scopeIds);
    }

    /** As {@link #billing(List)}, for one scope. */
    @Unguarded(because = "the billing run asks, which only an operator may start")
    @Transactional(readOnly = true)
    public BillingDetails billing(long scopeId) {
        return store.billing(List.of(scopeId)).getOrDefault(scopeId, BillingDetails.UNKNOWN);
    }
}
