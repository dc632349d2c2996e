package io.factuur.delivery;

import io.factuur.shared.Labelled;

/** Why an address was erased. */
public enum ErasureReason implements Labelled {
    REMOVED,
    OPTED_OUT,
    UNSUBSCRIBED,
    /** Its end date has passed. */
    ENDED,
    /** Nobody confirmed it in time. */
    UNCONFIRMED;

    @Override
    public String labelKey() {
        return "delivery.erased." + name();
    }
}
