package io.factuur.invoice;

import io.factuur.shared.Labelled;

/** Where an amount that comes off the charges comes from; used up in this order. */
public enum CreditKind implements Labelled {
    /** A free trial or a monthly credit. */
    FREE,
    /** Paid beforehand: an enrollment's prepayment. */
    PREPAYMENT,
    /** Given for a return, a cancellation, goodwill. */
    CREDIT;

    /** Key of the words people read. */
    @Override
    public String labelKey() {
        return "invoice.credit." + name();
    }
}
