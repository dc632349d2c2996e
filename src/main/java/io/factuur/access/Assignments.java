package io.factuur.access;

import io.factuur.agreement.Agreement;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes roles. What is taken away is ended, never deleted. */
@Service
public class Assignments {

    private final AssignmentTable table;
    private final Guard guard;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assignments(
            AssignmentTable table,
            Guard guard,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.guard = guard;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives a person a role on a scope.
     *
     * @param user a user name or sign-in address
     * @throws Problem when the role does not exist there, nobody is called so, or they have it already
     */
    @Transactional
    public Assignment assign(long scopeId, String user, Role role, Person person) {
        guard.require(Operation.GRANT_ACCESS, scopeId, person);
        Seat seat = table.lock(scopeId);
        if (!seat.agreement().terms().rolesAt(seat.kind()).contains(role)) {
            throw Problem.invalid("problem.role.not-here", role, seat.kind(), seat.agreement());
        }
        Person holder = people.find(user).orElseThrow(() -> Problem.invalid("problem.person.unknown", user));
        if (table.holds(scopeId, holder.id(), role)) {
            throw Problem.conflict("problem.role.held", holder.username(), role);
        }
        long id = table.insert(scopeId, holder.id(), role, clock.instant(), person.username());
        audit.record(AuditEvent.done(person.username(), "access.assign", scopeId, holder.username())
                .with("role", role));
        events.publishEvent(new Entitled(holder.id()));
        return table.find(scopeId, id).orElseThrow();
    }

    /**
     * Takes a role away that was given on this very scope.
     *
     * @throws Problem when it comes from above, or its holder is the last who governs the scope
     */
    @Transactional
    public void remove(long scopeId, long assignmentId, Person person) {
        guard.require(Operation.GRANT_ACCESS, scopeId, person);
        Seat seat = table.lock(scopeId);
        Assignment given = table.find(scopeId, assignmentId)
                .orElseThrow(() -> guard.refuse("access.remove", scopeId, String.valueOf(assignmentId), person));
        if (given.inherited()) {
            throw Problem.conflict("problem.access.inherited", given.displayName(), given.role(), given.scopeName());
        }
        Set<Role> owners = ownersAt(seat);
        if (owners.contains(given.role()) && table.othersHolding(scopeId, owners, assignmentId) == 0) {
            throw Problem.conflict("problem.access.last-owner", given.displayName(), given.role(), seat.name());
        }
        table.end(assignmentId, clock.instant(), person.username());
        audit.record(AuditEvent.done(person.username(), "access.remove", scopeId, given.username())
                .with("role", given.role()));
    }

    /** The roles that count at a scope, its own and those from above, in the order they were given. */
    @Transactional(readOnly = true)
    public List<Assignment> at(long scopeId, long afterId, int limit, Person person) {
        guard.require(Operation.SEE_ACCESS, scopeId, person);
        return table.after(scopeId, afterId, limit);
    }

    /** The same for a grid: filtered, sorted by {@code displayName}, {@code role}, {@code scopeName} or {@code grantedAt}. */
    @Transactional(readOnly = true)
    public List<Assignment> page(long scopeId, AssignmentFilter filter, Pageable page, Person person) {
        guard.require(Operation.SEE_ACCESS, scopeId, person);
        return table.page(scopeId, filter, page);
    }

    @Transactional(readOnly = true)
    public int count(long scopeId, AssignmentFilter filter, Person person) {
        guard.require(Operation.SEE_ACCESS, scopeId, person);
        return table.count(scopeId, filter);
    }

    /** The scope itself, as far as giving roles there needs it. */
    @Transactional(readOnly = true)
    public Seat seat(long scopeId, Person person) {
        guard.require(Operation.SEE_ACCESS, scopeId, person);
        return table.seat(scopeId);
    }

    private static Set<Role> ownersAt(Seat seat) {
        Agreement terms = seat.agreement().terms();
        Set<Role> owners = EnumSet.noneOf(Role.class);
        terms.rolesAt(seat.kind()).stream().filter(terms.owners()::contains).forEach(owners::add);
        return owners;
    }
}
