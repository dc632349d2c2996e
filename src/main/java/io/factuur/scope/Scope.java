package io.factuur.scope;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree that can be billed, seen or given to somebody.
 *
 * @param externalId the ID the cloud knows it by, as given
 */
public record Scope(
        long id,
        @Nullable Long parentId,
        long rootId,
        AgreementType agreement,
        ScopeKind kind,
        String name,
        String externalId,
        Currency currency,
        Instant createdAt) {

    /** The day it was created, in UTC: what a subscription's billing period starts from. */
    public LocalDate since() {
        return createdAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
