package io.factuur.agreement;

import io.factuur.shared.Labelled;

/** What can be done at a billing scope. The guard is asked with one of these; the agreements say who may. */
public enum Operation implements Labelled {
    /** Know that the scope is there: its name, kind, agreement, properties. */
    SEE_SCOPE(true),
    /** See what the scope costs: overview, charts, month to date. */
    SEE_COSTS(false),
    /** See invoices in grids and detail pages. */
    SEE_INVOICES(false),
    /** Download the invoice's documents. */
    DOWNLOAD_INVOICE(false),
    /** Download usage files. */
    DOWNLOAD_USAGE(false),
    /** Download price sheets and balances. */
    DOWNLOAD_PRICES(false),
    /** Get the invoice by mail once the scope has opted in. */
    RECEIVE_INVOICE_MAIL(false),
    /** See whether invoices are mailed, and to whom. */
    SEE_INVOICE_MAIL(false),
    /** Opt in or out, change recipients. */
    CHANGE_INVOICE_MAIL(false),
    /** Change name, addresses, purchase order number. */
    CHANGE_PROPERTIES(true),
    /** Turn an enrollment's view-charges policies on or off. */
    CHANGE_POLICIES(true),
    /** Let people with subscription roles open the invoices: "Access to invoice". */
    CHANGE_ACCESS_TO_INVOICE(true),
    /** Pay an invoice. */
    PAY(false),
    /** See who has which role. */
    SEE_ACCESS(true),
    /** Give and take roles. */
    GRANT_ACCESS(true);

    private final boolean operatorMay;

    Operation(boolean operatorMay) {
        this.operatorMay = operatorMay;
    }

    /** Whether the portal's operator may do it everywhere: keep the tree in order, but see nobody's costs or invoices. */
    public boolean operatorMay() {
        return operatorMay;
    }

    /** Key of the words people read: a verb phrase. */
    @Override
    public String labelKey() {
        return "operation." + name();
    }
}
