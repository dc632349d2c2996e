package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The columns of the two tables in the order both writers fill them. */
final class RowColumns {

    /** Those that every row has; the columns of {@link FocusColumn} follow, then what else came in. */
    static final int TYPED_COUNT = 5;

    private static final List<String> TYPED = List.of("id", "delivery_id", "scope_id", "charge_day", "cost");
    static final int ROW_COUNT = TYPED_COUNT + FocusColumn.ALL.size() + 1;

    static final String SUMS = "usage_daily (delivery_id, scope_id, charge_day, service_name, service_category,"
            + " charge_category, publisher_name, row_count, cost, effective_cost)";
    static final int SUM_COUNT = 10;

    private RowColumns() {}

    /** The table with all its columns. */
    static String rows() {
        return rows(-1);
    }

    /**
     * The table with those columns that have a value.
     *
     * @param filled one bit each, as {@link UsageRow#filled()} says it
     */
    static String rows(long filled) {
        List<String> columns = new ArrayList<>(TYPED);
        for (FocusColumn column : FocusColumn.ALL) {
            if ((filled & 1L << column.ordinal()) != 0) {
                columns.add(column.stored());
            }
        }
        if ((filled & UsageRow.EXTRA) != 0) {
            columns.add("extra");
        }
        return "usage_row (" + String.join(", ", columns) + ")";
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
