package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes roles. */
@Service
public class Assignments {

    private final JdbcClient jdbc;
    private final Guard guard;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Assignments(JdbcClient jdbc, Guard guard, People people, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.people = people;
        this.audit = audit;
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
        requireGranting(scopeId, person);
        Place place = place(scopeId);
        if (!place.agreement().terms().rolesAt(place.kind()).contains(role)) {
            throw Problem.invalid("problem.role.not-here", role, place.kind(), place.agreement());
        }
        Person holder = people.find(user).orElseThrow(() -> Problem.invalid("problem.person.unknown", user));
        if (holds(scopeId, holder, role)) {
            throw Problem.conflict("problem.role.held", holder.username(), role);
        }
        jdbc.sql("""
                insert into assignment (person_id, scope_id, role, granted_at, granted_by)
                values (:holder, :scope, :role, :at, :by)
                """)
                .param("holder", holder.id())
                .param("scope", scopeId)
                .param("role", role.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", person.username())
                .update();
        audit.record(AuditEvent.done(person.username(), "access.assign", scopeId, holder.username())
                .with("role", role));
        return direct(scopeId).stream()
                .filter(given -> given.username().equals(holder.username()) && given.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** The roles given directly on a scope. */
    @Transactional(readOnly = true)
    public List<Assignment> at(long scopeId, Person person) {
        if (!person.operator()) {
            guard.require(Operation.SEE_ACCESS, scopeId, person);
        }
        return direct(scopeId);
    }

    private void requireGranting(long scopeId, Person person) {
        if (!person.operator()) {
            guard.require(Operation.GRANT_ACCESS, scopeId, person);
        }
    }

    private List<Assignment> direct(long scopeId) {
        return jdbc.sql("""
                select a.id, a.scope_id, p.username, p.display_name, a.role, a.granted_at
                from assignment a join person p on p.id = a.person_id
                where a.scope_id = :scope and a.ended_at is null order by a.id
                """).param("scope", scopeId).query(Assignment.class).list();
    }

    private boolean holds(long scopeId, Person holder, Role role) {
        return direct(scopeId).stream()
                .anyMatch(given -> given.username().equals(holder.username()) && given.role() == role);
    }

    private Place place(long scopeId) {
        return jdbc.sql("select agreement, kind from scope where id = :id")
                .param("id", scopeId)
                .query(Place.class)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private record Place(AgreementType agreement, ScopeKind kind) {}
}
