package io.factuur.usage.out;

import io.factuur.agreement.ScopeKind;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a subscription stands: the scopes above it that usage files name. */
record Place(Map<Part, String> parts) {

    enum Part {
        ACCOUNT_ID,
        ACCOUNT_NAME,
        PROFILE_ID,
        PROFILE_NAME,
        /** Invoice section or department. */
        SECTION_ID,
        SECTION_NAME,
        ENROLLMENT_ACCOUNT_ID,
        ENROLLMENT_ACCOUNT_NAME,
        SUBSCRIPTION_ID,
        SUBSCRIPTION_NAME
    }

    static final Place NOWHERE = new Place(new EnumMap<>(Part.class));

    @Nullable
    String get(Part part) {
        return parts.get(part);
    }

    void name(ScopeKind kind, String id, String name) {
        switch (kind) {
            case BILLING_ACCOUNT -> put(Part.ACCOUNT_ID, id, Part.ACCOUNT_NAME, name);
            case BILLING_PROFILE -> put(Part.PROFILE_ID, id, Part.PROFILE_NAME, name);
            case INVOICE_SECTION, DEPARTMENT -> put(Part.SECTION_ID, id, Part.SECTION_NAME, name);
            case ENROLLMENT_ACCOUNT -> put(Part.ENROLLMENT_ACCOUNT_ID, id, Part.ENROLLMENT_ACCOUNT_NAME, name);
            case SUBSCRIPTION -> put(Part.SUBSCRIPTION_ID, id, Part.SUBSCRIPTION_NAME, name);
        }
    }

    private void put(Part idPart, String id, Part namePart, String name) {
        parts.put(idPart, id);
        parts.put(namePart, name);
    }
}
