package io.factuur;

import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Named scopes for tests and people with roles on them, in euros. */
@Component
@Profile("test")
public class TestCustomers {

    private final Scopes scopes;
    private final Assignments assignments;
    private final TestPeople people;

    TestCustomers(Scopes scopes, Assignments assignments, TestPeople people) {
        this.scopes = scopes;
        this.assignments = assignments;
        this.people = people;
    }

    public Scope account(AgreementType agreement, String name) {
        return create(null, ScopeKind.BILLING_ACCOUNT, agreement, name);
    }

    public Scope child(Scope parent, ScopeKind kind, String name) {
        return create(parent.id(), kind, null, name);
    }

    /** A new person with a role on a scope. */
    public Person somebodyWith(Role role, Scope scope) {
        Person somebody = people.somebody();
        assign(somebody, role, scope);
        return somebody;
    }

    public void assign(Person person, Role role, Scope scope) {
        assignments.assign(scope.id(), person.username(), role, people.operator());
    }

    private Scope create(@Nullable Long parent, ScopeKind kind, @Nullable AgreementType agreement, String name) {
        String id = UUID.randomUUID().toString();
        return scopes.create(new NewScope(parent, kind, agreement, name, id, "EUR", null), people.operator());
    }
}
