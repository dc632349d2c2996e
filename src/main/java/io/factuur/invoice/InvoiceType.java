package io.factuur.invoice;

/** What an invoice is for; each type of a period is an invoice of its own. */
public enum InvoiceType {
    SERVICES,
    MARKETPLACE,
    SUPPORT;

    /** Key of the word people read. */
    public String labelKey() {
        return "invoice.type." + name();
    }
}
