package io.factuur.usage.out;

import io.factuur.usage.PeriodChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of usage rows to look through, both ends included, and which deliveries of those rows count. Deliveries and the
 * scope go into the SQL as numbers.
 *
 * @param belowScope keep only rows of this scope and below it; 0 for all
 * @param days keep only rows of these days; null for all
 */
record RowRange(
        long first,
        long last,
        List<Long> deliveries,
        long belowScope,
        @Nullable PeriodChoice days) {

    RowRange window(long from, long to) {
        return new RowRange(from, Math.min(to, last), deliveries, belowScope, days);
    }

    /** What follows {@code from usage_row r}. */
    String where() {
        String rows = " where r.id between " + first + " and " + last + " and " + runs();
        if (days != null) {
            rows += " and r.charge_day >= date '" + days.from() + "' and r.charge_day < date '" + days.to() + "'";
        }
        return belowScope == 0
                ? rows
                : rows + " and r.scope_id in (select a.scope_id from scope_ancestor a where a.ancestor_id = "
                        + belowScope + ")";
    }

    /** An import of thousands of subscriptions has thousands of deliveries, most of them one after the other. */
    private String runs() {
        StringBuilder sql = new StringBuilder("(");
        int start = 0;
        for (int i = 1; i <= deliveries.size(); i++) {
            if (i == deliveries.size() || deliveries.get(i) != deliveries.get(i - 1) + 1) {
                long from = deliveries.get(start);
                long to = deliveries.get(i - 1);
                sql.append(start == 0 ? "" : " or ")
                        .append(
                                from == to
                                        ? "r.delivery_id = " + from
                                        : "r.delivery_id between " + from + " and " + to);
                start = i;
            }
        }
        return sql.append(')').toString();
    }
}
