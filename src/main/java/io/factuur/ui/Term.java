package io.factuur.ui;

import io.factuur.agreement.ScopeKind;
import io.factuur.shared.Labelled;
import java.util.Locale;

/** A word of the field that not everybody knows, with its explanation in the bundles. */
public enum Term implements Labelled {
    AGREEMENT_TYPE,
    BILLING_SCOPE,
    BILLING_ACCOUNT,
    BILLING_PROFILE,
    INVOICE_SECTION,
    DEPARTMENT,
    ENROLLMENT_ACCOUNT,
    SUBSCRIPTION,
    BILLING_PERIOD,
    VIEW_CHARGES,
    OPEN_CHARGES,
    ACCESS_TO_INVOICE,
    ACTUAL_COST,
    AMORTIZED_COST,
    PRICE_SHEET,
    LATE_USAGE,
    PREPAYMENT,
    CREDIT,
    CREDIT_NOTE,
    USAGE_FILE;

    /** What a kind of scope is. */
    public static Term of(ScopeKind kind) {
        return valueOf(kind.name());
    }

    @Override
    public String labelKey() {
        return "term." + name().toLowerCase(Locale.ROOT);
    }

    /** Key of the explanation: one or two sentences. */
    public String aboutKey() {
        return labelKey() + ".about";
    }
}
