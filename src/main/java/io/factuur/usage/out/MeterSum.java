package io.factuur.usage.out;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a meter counted and cost in a period. */
final class MeterSum {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final int RATE_DIGITS = 12;

    private BigDecimal consumed = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;
    private @Nullable String price;
    private boolean onePrice = true;
    private boolean empty = true;

    void add(@Nullable String quantity, BigDecimal cost, @Nullable String unitPrice) {
        if (quantity != null && PLAIN.matcher(quantity).matches()) {
            consumed = consumed.add(new BigDecimal(quantity));
        }
        value = value.add(cost);
        if (empty) {
            price = unitPrice;
        } else if (unitPrice == null || !unitPrice.equals(price)) {
            onePrice = false;
        }
        empty = false;
    }

    MeterSum plus(MeterSum other) {
        consumed = consumed.add(other.consumed);
        value = value.add(other.value);
        onePrice = onePrice && other.onePrice && price != null && price.equals(other.price);
        return this;
    }

    BigDecimal consumed() {
        return consumed;
    }

    BigDecimal value() {
        return value;
    }

    /** The unit price where all rows had the same and it explains the value; else what a unit cost on average. */
    BigDecimal rate() {
        if (onePrice && price != null && PLAIN.matcher(price).matches()) {
            BigDecimal rate = new BigDecimal(price);
            if (rate.multiply(consumed).compareTo(value) == 0) {
                return rate;
            }
        }
        return consumed.signum() == 0 ? BigDecimal.ZERO : value.divide(consumed, RATE_DIGITS, RoundingMode.HALF_UP);
    }
}
