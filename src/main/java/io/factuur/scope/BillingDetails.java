package io.factuur.scope;

import org.jspecify.annotations.Nullable;

/** What an invoice says about its customer: each item from the scope itself or the nearest one above that has it. */
public record BillingDetails(
        @Nullable Address billTo,
        @Nullable Address soldTo,
        @Nullable Address shipTo,
        @Nullable String purchaseOrder,
        @Nullable String taxId,
        Sold sold,
        Terms terms) {

    static final BillingDetails UNKNOWN =
            new BillingDetails(null, null, null, null, null, Sold.PAY_AS_YOU_GO, Terms.UNKNOWN);
}
