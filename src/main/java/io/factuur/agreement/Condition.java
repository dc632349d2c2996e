package io.factuur.agreement;

import io.factuur.shared.Labelled;
import org.jspecify.annotations.Nullable;

/** A switch that must be on for a role to count. */
public enum Condition implements Labelled {
    NONE(null),
    /** The enrollment's policy "department admins can view charges". */
    DEPARTMENT_ADMIN_VIEW_CHARGES(Operation.CHANGE_POLICIES),
    /** The enrollment's policy "account owners can view charges". */
    ACCOUNT_OWNER_VIEW_CHARGES(Operation.CHANGE_POLICIES),
    /** The enrollment's switch for downloading invoices; only the operator sets it. */
    INVOICE_DOWNLOAD(null),
    /** The subscription's switch "Access to invoice". */
    ACCESS_TO_INVOICE(Operation.CHANGE_ACCESS_TO_INVOICE);

    private final @Nullable Operation changedBy;

    Condition(@Nullable Operation changedBy) {
        this.changedBy = changedBy;
    }

    /** What one must be allowed to do to set the switch; null where only the operator may. */
    public @Nullable Operation changedBy() {
        return changedBy;
    }

    /** Where the switch stands: on the scope itself, or on the account above it. */
    public boolean onScopeItself() {
        return this == ACCESS_TO_INVOICE;
    }

    /** Key of the switch's name. */
    @Override
    public String labelKey() {
        return "condition." + name();
    }
}
