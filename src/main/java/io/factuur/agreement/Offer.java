package io.factuur.agreement;

import io.factuur.shared.Labelled;

/** What a subscription was sold as. */
public enum Offer implements Labelled {
    PAY_AS_YOU_GO,
    FREE_TRIAL,
    /** Comes with an amount of credit each month. */
    MONTHLY_CREDIT,
    SUPPORT_PLAN,
    AZURE_IN_OPEN;

    /** Whether the switch "Access to invoice" can open its invoices to subscription roles. */
    public boolean sharesInvoices() {
        return this != SUPPORT_PLAN;
    }

    /** Whether its invoices can be had by mail. */
    public boolean mailsInvoices() {
        return this != SUPPORT_PLAN && this != AZURE_IN_OPEN;
    }

    /** Key of its name. */
    @Override
    public String labelKey() {
        return "offer." + name();
    }
}
