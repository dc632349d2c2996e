package io.factuur.agreement;

import io.factuur.shared.Labelled;

/** What can be kept about a scope. Which of them a kind of scope has, an {@link Agreement} says. */
public enum Property implements Labelled {
    DISPLAY_NAME,
    BILL_TO,
    SOLD_TO,
    SHIP_TO,
    PURCHASE_ORDER,
    TAX_ID,
    /** In the register of companies of its country. */
    REGISTRATION_NUMBER,
    /** Where notices about the account go; no invoice recipient. */
    CONTACT_EMAIL,
    COST_CENTER,
    /** Names and values of the customer's own choice, for whoever sorts scopes by them. */
    TAGS,
    /** Start, end, channel and support level of an enrollment. */
    ENROLLMENT,
    /** What a subscription was sold as, its monthly credit, its cloud. */
    OFFER,
    /** Tax rate, days to pay, language of the documents. */
    TERMS,
    STATUS,
    /** Why the status is not "active". */
    STATUS_REASON;

    /** Terms of the contract are kept by the operator; the rest by whoever may change properties. */
    public boolean operatorOnly() {
        return this == ENROLLMENT || this == OFFER || this == TERMS || this == STATUS || this == STATUS_REASON;
    }

    /** Key of its name. */
    @Override
    public String labelKey() {
        return "property." + name();
    }
}
