package io.factuur.invoice;

import io.factuur.agreement.Offer;
import io.factuur.scope.Address;
import io.factuur.scope.BillingDetails;
import org.jspecify.annotations.Nullable;

/**
 * Who is billed, as printed on an invoice and frozen with it.
 *
 * @param name of the billing account
 * @param language ISO 639 of the documents; null where the issuer's settings decide
 * @param offer what the subscription is sold as; null where the agreement names none, or it was issued before that was kept
 * @param ownerEmail of the account's owner; null likewise
 */
public record Customer(
        String name,
        @Nullable Address billTo,
        @Nullable Address soldTo,
        @Nullable Address shipTo,
        @Nullable String taxId,
        @Nullable String purchaseOrder,
        @Nullable String language,
        @Nullable Offer offer,
        @Nullable String ownerEmail) {

    static Customer of(Candidate scope, @Nullable BillingDetails details, @Nullable String ownerEmail) {
        boolean account = scope.agreement().terms().invoicesAccounts();
        String number = scope.agreement().terms().ordersUnderOwnNumber() ? scope.externalId() : null;
        return details == null
                ? new Customer(
                        scope.accountName(),
                        null,
                        null,
                        null,
                        null,
                        number,
                        null,
                        account ? Offer.PAY_AS_YOU_GO : null,
                        ownerEmail)
                : new Customer(
                        scope.accountName(),
                        details.billTo(),
                        details.soldTo(),
                        details.shipTo(),
                        details.taxId(),
                        details.purchaseOrder() == null ? number : details.purchaseOrder(),
                        details.terms().language(),
                        account ? details.sold().offer() : null,
                        ownerEmail);
    }
}
