package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.util.Collections;
import java.util.stream.Collectors;

/** The columns of the two tables in the order both writers fill them. */
final class RowColumns {

    static final String ROWS = "usage_row (id, delivery_id, scope_id, charge_day, cost, "
            + FocusColumn.ALL.stream().map(FocusColumn::stored).collect(Collectors.joining(", "))
            + ", extra)";
    static final int ROW_COUNT = 5 + FocusColumn.ALL.size() + 1;

    static final String SUMS = "usage_daily (delivery_id, scope_id, charge_day, service_name, service_category,"
            + " charge_category, publisher_name, row_count, cost, effective_cost)";
    static final int SUM_COUNT = 10;

    private RowColumns() {}

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
