package io.factuur.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ScopesTest {

    @Autowired
    Scopes scopes;

    @Autowired
    Placement placement;

    @Autowired
    Assignments assignments;

    @Autowired
    TestPeople people;

    @Test
    void aProfileOwnerSeesTheProfileAndNotTheAccountAbove() {
        Scope account = account(AgreementType.MCA);
        Scope profile = child(account, ScopeKind.BILLING_PROFILE);
        Person owner = people.somebody();
        assignments.assign(profile.id(), owner.username(), Role.BILLING_PROFILE_OWNER, people.operator());

        assertThat(scopes.list(0, 10, owner))
                .extracting(row -> row.scope().id())
                .containsExactly(profile.id());
        assertThatThrownBy(() -> scopes.get(account.id(), owner)).isInstanceOf(Problem.class);
    }

    @Test
    void aChildThatTheAgreementDoesNotHaveIsRefusedWithASentence() {
        Scope account = account(AgreementType.EA);
        assertThatThrownBy(() -> child(account, ScopeKind.BILLING_PROFILE))
                .hasMessage(
                        "Under the Enterprise Agreement there is no Billing profile directly under a Billing account.");
    }

    @Test
    void anAccountWithASingleProfileIsBilledThere() {
        Scope account = account(AgreementType.MCA);
        Scope profile = child(account, ScopeKind.BILLING_PROFILE);
        assertThat(placement.billed("/providers/Microsoft.Billing/billingAccounts/" + account.externalId()))
                .contains(profile);
        child(account, ScopeKind.BILLING_PROFILE);
        assertThat(placement.billed(account.externalId())).isEmpty();
    }

    private Scope account(AgreementType agreement) {
        return create(null, ScopeKind.BILLING_ACCOUNT, agreement);
    }

    private Scope child(Scope parent, ScopeKind kind) {
        return create(parent.id(), kind, null);
    }

    private Scope create(@Nullable Long parent, ScopeKind kind, @Nullable AgreementType agreement) {
        String id = UUID.randomUUID().toString();
        return scopes.create(new NewScope(parent, kind, agreement, "Test " + id, id, "EUR", null), people.operator());
    }
}
