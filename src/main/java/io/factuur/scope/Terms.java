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

    Terms or(Terms far) {
        return new Terms(
                taxRate == null ? far.taxRate : taxRate,
                paymentDays == null ? far.paymentDays : paymentDays,
                language == null ? far.language : language);
    }
}
