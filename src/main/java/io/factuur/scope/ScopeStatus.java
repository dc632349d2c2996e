package io.factuur.scope;

/** How a scope stands with its issuer. */
public enum ScopeStatus {
    ACTIVE,
    PENDING,
    WARNED,
    UNDER_REVIEW,
    DISABLED,
    EXPIRED,
    TRANSFERRED,
    DELETED;

    /** Key of the word people read. */
    public String labelKey() {
        return "scope.status." + name();
    }
}
