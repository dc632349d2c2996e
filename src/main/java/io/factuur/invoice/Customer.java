package io.factuur.invoice;

import io.factuur.scope.Address;
import io.factuur.scope.BillingDetails;
import org.jspecify.annotations.Nullable;

/**
 * Who is billed, as printed on an invoice and frozen with it.
 *
 * @param name of the billing account
 * @param language ISO 639 of the documents; null where the issuer's settings decide
 */
public record Customer(
        String name,
        @Nullable Address billTo,
        @Nullable Address soldTo,
        @Nullable Address shipTo,
        @Nullable String taxId,
        @Nullable String purchaseOrder,
        @Nullable String language) {

    static Customer of(String name, @Nullable BillingDetails details) {
        return details == null
                ? new Customer(name, null, null, null, null, null, null)
                : new Customer(
                        name,
                        details.billTo(),
                        details.soldTo(),
                        details.shipTo(),
                        details.taxId(),
                        details.purchaseOrder(),
                        details.terms().language());
    }
}
