package io.factuur.invoice;

import io.factuur.shared.Labelled;

/** How an amount was paid. */
public enum PaymentMethod implements Labelled {
    BANK_TRANSFER,
    DIRECT_DEBIT,
    CARD,
    CHEQUE,
    SETTLEMENT;

    /** Key of the words people read. */
    @Override
    public String labelKey() {
        return "invoice.payment." + name();
    }
}
