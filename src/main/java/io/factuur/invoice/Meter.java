package io.factuur.invoice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a line: how much of one thing was used, at which price.
 *
 * @param name the charge's own description
 * @param unit what is counted; empty where the usage names none
 * @param quantity null where the usage names none
 * @param unitPrice per unit in the invoice's currency, all digits; null where the usage names none
 * @param cost with all digits
 */
public record Meter(
        String name,
        String unit,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        BigDecimal cost) {

    /** The same on the paper that gives it back. */
    Meter givenBack() {
        return new Meter(name, unit, quantity == null ? null : quantity.negate(), unitPrice, cost.negate());
    }
}
