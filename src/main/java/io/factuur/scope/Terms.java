package io.factuur.scope;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a customer is billed; what is null the issuer's settings decide.
 *
 * @param taxRate as a fraction: 0.21 for 21 percent
 * @param paymentDays days from the invoice's date to its due date
 * @param language ISO 639 of the documents
 */
public record Terms(
        @Nullable BigDecimal taxRate,
        @Nullable Integer paymentDays,
        @Nullable String language) {

    static final Terms UNKNOWN = new Terms(null, null, null);

    /** Invoices keep so many: with more, the tax could not be worked out again from what is stored. */
    private static final int RATE_DECIMALS = 6;

    public static boolean isTaxRate(BigDecimal rate) {
        return rate.signum() >= 0
                && rate.compareTo(BigDecimal.ONE) <= 0
                && rate.stripTrailingZeros().scale() <= RATE_DECIMALS;
    }

    Terms or(Terms far) {
        return new Terms(
                taxRate == null ? far.taxRate : taxRate,
                paymentDays == null ? far.paymentDays : paymentDays,
                language == null ? far.language : language);
    }
}
