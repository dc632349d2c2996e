package io.factuur.scope;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the operator gives to create a scope.
 *
 * @param parent null for a billing account
 * @param agreement for a billing account only; below it the account's counts
 * @param currency ISO 4217; below an account the parent's when left out
 * @param createdAt when the customer signed up; now when left out
 */
public record NewScope(
        @Nullable Long parent,
        ScopeKind kind,
        @Nullable AgreementType agreement,
        String name,
        String externalId,
        @Nullable String currency,
        @Nullable Instant createdAt) {}
