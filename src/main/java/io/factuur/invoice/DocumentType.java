package io.factuur.invoice;

/** What kind of paper it is. */
public enum DocumentType {
    INVOICE,
    CREDIT_NOTE;

    /** Key of the word people read. */
    public String labelKey() {
        return "invoice.document." + name();
    }
}
