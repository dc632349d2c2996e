package io.factuur.agreement;

/** A switch that must be on for a role to count, and where it stands. */
public enum Condition {
    NONE,
    /** The enrollment's policy "department admins can view charges". */
    DEPARTMENT_ADMIN_VIEW_CHARGES,
    /** The enrollment's policy "account owners can view charges". */
    ACCOUNT_OWNER_VIEW_CHARGES,
    /** The enrollment's switch for downloading invoices, set by the operator. */
    INVOICE_DOWNLOAD,
    /** The subscription's switch "Access to invoice". */
    ACCESS_TO_INVOICE;

    /** Key of the switch's name. */
    public String labelKey() {
        return "condition." + name();
    }
}
