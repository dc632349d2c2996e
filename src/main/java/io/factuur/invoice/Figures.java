package io.factuur.invoice;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * The money of an invoice, as stored at issue; every door reads these. All but the first two in the minor unit.
 *
 * @param exactCost sum of the usage rows with all digits
 * @param rounding what was added to it to reach the charges
 * @param charges the exact cost rounded once, half up
 * @param prepayment applied from an amount paid beforehand
 * @param credit applied from refunds and other credits
 * @param freeCredit applied from a free trial or monthly credit
 * @param subtotal charges less the three above
 * @param taxRate as a fraction
 * @param tax on the subtotal
 * @param total what was due at issue
 */
public record Figures(
        Currency currency,
        BigDecimal exactCost,
        BigDecimal rounding,
        BigDecimal charges,
        BigDecimal prepayment,
        BigDecimal credit,
        BigDecimal freeCredit,
        BigDecimal subtotal,
        BigDecimal taxRate,
        BigDecimal tax,
        BigDecimal total) {

    /** All that was taken off the charges. */
    public BigDecimal credits() {
        return prepayment.add(credit).add(freeCredit);
    }
}
