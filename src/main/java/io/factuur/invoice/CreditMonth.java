package io.factuur.invoice;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A month of a scope's prepayments and credits, in the minor unit of its currency: {@code starting + given + adjusted -
 * applied = ending}.
 *
 * @param adjusted what the operator put right, less what expired unused
 * @param applied what invoices for this month took and have not given back
 */
public record CreditMonth(
        YearMonth month,
        BigDecimal starting,
        BigDecimal given,
        BigDecimal adjusted,
        BigDecimal applied,
        BigDecimal ending) {

    /** Whether anything happened in it. */
    public boolean moved() {
        return given.signum() != 0 || adjusted.signum() != 0 || applied.signum() != 0;
    }
}
