package io.factuur.invoice;

/** Where an invoice stands today: two of these are stored, overdue is a matter of the clock. */
public enum InvoiceStatus {
    DUE,
    OVERDUE,
    PAID,
    VOID;

    /** Key of the word people read. */
    public String labelKey() {
        return "invoice.status." + name();
    }
}
