package io.factuur.scope;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a scope. A property that its kind does not have is null or unset.
 *
 * @param tags by name, in the order of their names
 * @param version of what was read; who changes something hands it back, so that nobody's change is lost unseen
 */
public record Properties(
        String displayName,
        @Nullable Address billTo,
        @Nullable Address soldTo,
        @Nullable Address shipTo,
        @Nullable String purchaseOrder,
        @Nullable String taxId,
        @Nullable String registrationNumber,
        @Nullable String contactEmail,
        @Nullable String costCenter,
        Map<String, String> tags,
        Enrollment enrollment,
        Sold sold,
        Terms terms,
        ScopeStatus status,
        @Nullable StatusReason statusReason,
        long version) {}
