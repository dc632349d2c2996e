package io.factuur.scope;

import io.factuur.shared.Labelled;

/** Why a scope is not simply active. */
public enum StatusReason implements Labelled {
    PAST_DUE,
    SPENDING_LIMIT_REACHED,
    SPENDING_LIMIT_EXPIRED,
    UNUSUAL_ACTIVITY;

    /** Key of the words people read. */
    @Override
    public String labelKey() {
        return "scope.status-reason." + name();
    }
}
