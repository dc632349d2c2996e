package io.factuur.agreement;

/** The kinds of place in a tree of billing scopes. */
public enum ScopeKind {
    BILLING_ACCOUNT,
    BILLING_PROFILE,
    INVOICE_SECTION,
    DEPARTMENT,
    ENROLLMENT_ACCOUNT,
    SUBSCRIPTION;

    /** Key of the word people read. */
    public String labelKey() {
        return "scope.kind." + name();
    }
}
