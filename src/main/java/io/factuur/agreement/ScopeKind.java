package io.factuur.agreement;

import io.factuur.shared.Labelled;

/** The kinds of place in a tree of billing scopes. */
public enum ScopeKind implements Labelled {
    BILLING_ACCOUNT,
    BILLING_PROFILE,
    INVOICE_SECTION,
    DEPARTMENT,
    ENROLLMENT_ACCOUNT,
    SUBSCRIPTION;

    /** Key of the word people read. */
    @Override
    public String labelKey() {
        return "scope.kind." + name();
    }
}
