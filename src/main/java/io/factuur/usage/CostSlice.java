package io.factuur.usage;

import java.math.BigDecimal;

/**
 * One bar: what an item cost in a time, and in the time before.
 *
 * @param item as a {@link Narrowing} names it; empty for what has none
 * @param label as people know it; empty where there is nothing to call it
 * @param currency ISO 4217
 * @param cost with all digits
 * @param before the same in the time before
 */
public record CostSlice(String item, String label, String currency, BigDecimal cost, BigDecimal before) {

    public BigDecimal change() {
        return cost.subtract(before);
    }
}
