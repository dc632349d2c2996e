package io.factuur.delivery;

/** What a mail about an invoice carries. */
public enum MailContent {
    PDF,
    PDF_AND_CSV,
    /** Nothing but the link into the portal. */
    LINK;

    /** Key of the words people read. */
    public String labelKey() {
        return "delivery.content." + name();
    }
}
