package io.factuur.agreement;

import io.factuur.shared.Labelled;

/** Every role that can be given on a scope. Which of them exist where, and what they may do, an {@link Agreement} says. */
public enum Role implements Labelled {
    BILLING_ACCOUNT_OWNER,
    BILLING_ACCOUNT_CONTRIBUTOR,
    BILLING_ACCOUNT_READER,
    BILLING_PROFILE_OWNER,
    BILLING_PROFILE_CONTRIBUTOR,
    BILLING_PROFILE_READER,
    INVOICE_MANAGER,
    INVOICE_SECTION_OWNER,
    INVOICE_SECTION_CONTRIBUTOR,
    INVOICE_SECTION_READER,
    SUBSCRIPTION_CREATOR,
    ENTERPRISE_ADMINISTRATOR,
    ENTERPRISE_ADMINISTRATOR_READ_ONLY,
    /** For programs only: counts when the person comes with an API token. */
    EA_PURCHASER,
    DEPARTMENT_ADMINISTRATOR,
    DEPARTMENT_ADMINISTRATOR_READ_ONLY,
    ACCOUNT_OWNER,
    ACCOUNT_ADMINISTRATOR,
    SUBSCRIPTION_OWNER,
    SUBSCRIPTION_CONTRIBUTOR,
    SUBSCRIPTION_READER,
    USER_ACCESS_ADMINISTRATOR,
    BILLING_READER,
    SERVICE_ADMINISTRATOR,
    CO_ADMINISTRATOR,
    COST_MANAGEMENT_READER,
    COST_MANAGEMENT_CONTRIBUTOR;

    public boolean forProgramsOnly() {
        return this == EA_PURCHASER;
    }

    /** Key of the word people read. */
    @Override
    public String labelKey() {
        return "role." + name();
    }
}
