package io.factuur.scope;

import org.jspecify.annotations.Nullable;

/**
 * What is kept about a scope. A property that its kind does not have is null or unset.
 *
 * @param version of what was read; who changes something hands it back, so that nobody's change is lost unseen
 */
public record Properties(
        String displayName,
        @Nullable Address billTo,
        @Nullable Address soldTo,
        @Nullable Address shipTo,
        @Nullable String purchaseOrder,
        @Nullable String taxId,
        @Nullable String contactEmail,
        @Nullable String costCenter,
        Enrollment enrollment,
        Sold sold,
        Terms terms,
        ScopeStatus status,
        long version) {}
