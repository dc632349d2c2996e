package io.factuur;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scopes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Billing scopes for tests, each with a name of its own. */
@Component
@Profile("test")
public class TestTree {

    private final Scopes scopes;
    private final TestPeople people;

    TestTree(Scopes scopes, TestPeople people) {
        this.scopes = scopes;
        this.people = people;
    }

    public long account(AgreementType agreement) {
        return create(null, ScopeKind.BILLING_ACCOUNT, agreement);
    }

    public long child(long parent, ScopeKind kind) {
        return create(parent, kind, null);
    }

    public String name(long scope) {
        return scopes.get(scope, people.operator()).scope().name();
    }

    private long create(@Nullable Long parent, ScopeKind kind, @Nullable AgreementType agreement) {
        String id = UUID.randomUUID().toString();
        return scopes.create(new NewScope(parent, kind, agreement, "Scope " + id, id, "EUR", null), people.operator())
                .id();
    }
}
