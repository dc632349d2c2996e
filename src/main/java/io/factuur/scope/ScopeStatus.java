package io.factuur.scope;

import io.factuur.shared.Labelled;

/** How a scope stands with its issuer. */
public enum ScopeStatus implements Labelled {
    ACTIVE,
    PENDING,
    WARNED,
    UNDER_REVIEW,
    DISABLED,
    EXPIRED,
    TRANSFERRED,
    DELETED;

    /** Whether there can be a {@link StatusReason} for it. */
    public boolean wantsReason() {
        return this == WARNED || this == UNDER_REVIEW || this == DISABLED;
    }

    /** Key of the word people read. */
    @Override
    public String labelKey() {
        return "scope.status." + name();
    }
}
