package io.factuur.scope;

import io.factuur.agreement.Offer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription was sold as.
 *
 * @param monthlyCredit in the scope's currency, for offers that come with one
 * @param sovereignCloud a government or national cloud: no invoice by mail, no sharing of invoices
 */
public record Sold(Offer offer, @Nullable BigDecimal monthlyCredit, boolean sovereignCloud) {

    static final Sold PAY_AS_YOU_GO = new Sold(Offer.PAY_AS_YOU_GO, null, false);

    /** Whether the switch "Access to invoice" counts for it. */
    public boolean sharesInvoices() {
        return offer.sharesInvoices() && !sovereignCloud;
    }

    /** Whether its invoices can be had by mail. */
    public boolean mailsInvoices() {
        return offer.mailsInvoices() && !sovereignCloud;
    }
}
