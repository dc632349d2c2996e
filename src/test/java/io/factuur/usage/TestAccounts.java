package io.factuur.usage;

import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Billed scopes for tests. */
@Component
@Profile("test")
public class TestAccounts {

    private final Scopes scopes;
    private final TestPeople people;

    TestAccounts(Scopes scopes, TestPeople people) {
        this.scopes = scopes;
        this.people = people;
    }

    public Scope enrollment() {
        return enrollment("E" + UUID.randomUUID());
    }

    public Scope enrollment(String externalId) {
        return create(null, ScopeKind.BILLING_ACCOUNT, AgreementType.EA, externalId);
    }

    /** A billing profile under an account of its own. */
    public Scope profile(String externalId) {
        Scope account = create(null, ScopeKind.BILLING_ACCOUNT, AgreementType.MCA, "A" + UUID.randomUUID());
        return create(account.id(), ScopeKind.BILLING_PROFILE, null, externalId);
    }

    public Scope account() {
        return create(null, ScopeKind.BILLING_ACCOUNT, AgreementType.MOSP, "M" + UUID.randomUUID());
    }

    public Scope subscription(Scope parent, String externalId, java.time.Instant since) {
        return scopes.create(
                new NewScope(parent.id(), ScopeKind.SUBSCRIPTION, null, "Test " + externalId, externalId, null, since),
                people.operator());
    }

    private Scope create(@Nullable Long parent, ScopeKind kind, @Nullable AgreementType agreement, String externalId) {
        return scopes.create(
                new NewScope(parent, kind, agreement, "Test " + externalId, externalId, "EUR", null),
                people.operator());
    }
}
