package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds rows up by subscription, day and service while they pass by. Holds a bounded number of sums. */
final class DailySums {

    private static final int MOST = 50_000;
    private static final int LONG_TEXT = 300;
    private static final int SHORT_TEXT = 100;

    /** What a sum is of. */
    record Key(
            long deliveryId,
            long scopeId,
            LocalDate day,
            String serviceName,
            String serviceCategory,
            String chargeCategory,
            String publisherName) {}

    /** One line of usage_daily. */
    static final class Sum {
        final Key key;
        long rows;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal effectiveCost = BigDecimal.ZERO;

        Sum(Key key) {
            this.key = key;
        }
    }

    private final Map<Key, Sum> sums = new HashMap<>();

    void add(UsageRow row) {
        Key key = new Key(
                row.delivery().id,
                row.scopeId,
                row.chargeDay,
                text(row.get(FocusColumn.SERVICE_NAME), LONG_TEXT),
                text(row.get(FocusColumn.SERVICE_CATEGORY), LONG_TEXT),
                text(row.get(FocusColumn.CHARGE_CATEGORY), SHORT_TEXT),
                text(row.get(FocusColumn.PUBLISHER_NAME), LONG_TEXT));
        Sum sum = sums.computeIfAbsent(key, Sum::new);
        sum.rows++;
        sum.cost = sum.cost.add(row.cost);
        sum.effectiveCost = sum.effectiveCost.add(row.effectiveCost);
    }

    boolean isFull() {
        return sums.size() >= MOST;
    }

    /** All sums since the last time, to be written out. */
    List<Sum> take() {
        List<Sum> taken = new ArrayList<>(sums.values());
        sums.clear();
        return taken;
    }

    private static String text(@Nullable String value, int longest) {
        if (value == null) {
            return "";
        }
        return value.length() <= longest ? value : value.substring(0, longest);
    }
}
