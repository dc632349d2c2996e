package io.factuur.agreement;

/** What can be done at a billing scope. The guard is asked with one of these; the agreements say who may. */
public enum Operation {
    /** Know that the scope is there: its name, kind, agreement, properties. */
    SEE_SCOPE,
    /** See what the scope costs: overview, charts, month to date. */
    SEE_COSTS,
    /** See invoices in grids and detail pages. */
    SEE_INVOICES,
    /** Download the invoice's documents. */
    DOWNLOAD_INVOICE,
    /** Download usage files, price sheets, balances. */
    DOWNLOAD_USAGE,
    /** Get the invoice by mail once the scope has opted in. */
    RECEIVE_INVOICE_MAIL,
    /** See whether invoices are mailed, and to whom. */
    SEE_INVOICE_MAIL,
    /** Opt in or out, change recipients. */
    CHANGE_INVOICE_MAIL,
    /** Change name, addresses, purchase order number. */
    CHANGE_PROPERTIES,
    /** Turn an enrollment's view-charges policies on or off. */
    CHANGE_POLICIES,
    /** Let people with subscription roles open the invoices: "Access to invoice". */
    CHANGE_ACCESS_TO_INVOICE,
    /** Pay an invoice. */
    PAY,
    /** See who has which role. */
    SEE_ACCESS,
    /** Give and take roles. */
    GRANT_ACCESS;

    /** Key of the words people read: a verb phrase. */
    public String labelKey() {
        return "operation." + name();
    }
}
