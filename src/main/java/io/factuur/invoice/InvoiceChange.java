package io.factuur.invoice;

import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is different from the period before, in the invoice's currency.
 *
 * @param before the invoice it is compared with
 * @param difference the charges less those before
 * @param movers the services that changed most, the largest change first
 * @param history charges of this and earlier periods, the oldest first
 */
public record InvoiceChange(InvoiceRow before, BigDecimal difference, List<Mover> movers, List<Point> history) {

    /** A service with what it cost then and now. */
    public record Mover(String service, BigDecimal before, BigDecimal now) {

        public BigDecimal difference() {
            return now.subtract(before);
        }
    }

    public record Point(BillingPeriod period, BigDecimal charges) {}
}
