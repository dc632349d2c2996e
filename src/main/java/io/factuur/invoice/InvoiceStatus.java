package io.factuur.invoice;

/** Where an invoice stands today, the most urgent first: paid and void are stored, the rest is what is due and the clock. */
public enum InvoiceStatus {
    OVERDUE,
    DUE,
    /** In the customer's favour: to be paid out, or set off against another invoice. */
    CREDIT,
    PAID,
    VOID;

    /** Key of the word people read. */
    public String labelKey() {
        return "invoice.status." + name();
    }
}
