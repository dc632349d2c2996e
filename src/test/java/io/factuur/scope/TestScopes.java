package io.factuur.scope;

import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Scopes for tests, each with an ID of its own. */
@Component
@Profile("test")
public class TestScopes {

    private final Scopes scopes;
    private final TestPeople people;

    TestScopes(Scopes scopes, TestPeople people) {
        this.scopes = scopes;
        this.people = people;
    }

    public Scope account(AgreementType agreement) {
        return create(null, ScopeKind.BILLING_ACCOUNT, agreement, null);
    }

    public Scope child(Scope parent, ScopeKind kind) {
        return create(parent.id(), kind, null, null);
    }

    public Scope child(Scope parent, ScopeKind kind, String createdOn) {
        return create(parent.id(), kind, null, Instant.parse(createdOn + "T00:00:00Z"));
    }

    /** The same properties under another name. */
    static Properties named(Properties known, String name) {
        return new Properties(
                name,
                known.billTo(),
                known.soldTo(),
                known.shipTo(),
                known.purchaseOrder(),
                known.taxId(),
                known.registrationNumber(),
                known.contactEmail(),
                known.costCenter(),
                known.tags(),
                known.enrollment(),
                known.sold(),
                known.terms(),
                known.status(),
                known.statusReason(),
                known.version());
    }

    private Scope create(
            @Nullable Long parent, ScopeKind kind, @Nullable AgreementType agreement, @Nullable Instant createdAt) {
        String id = UUID.randomUUID().toString();
        return scopes.create(
                new NewScope(parent, kind, agreement, kind + " " + id, id, "USD", createdAt), people.operator());
    }
}
