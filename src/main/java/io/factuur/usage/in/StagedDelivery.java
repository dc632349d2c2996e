package io.factuur.usage.in;

import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What an import brings for one invoiced scope, month of the file, billing period and currency; nobody sees it yet. */
final class StagedDelivery {

    /** What the rows are sorted by. */
    record Key(Place invoiced, LocalDate fileMonth, BillingPeriod period, String currency) {}

    final long id;
    final Key key;
    /** Whether the period was closed when the first row came: its rows are compared with those billed before. */
    final boolean closed;
    /** The deliveries it was compared with. */
    List<Long> comparedWith = List.of();

    long rows;
    BigDecimal cost = BigDecimal.ZERO;
    boolean amortized;
    /** Stands beside what is billed and is not billed itself. */
    boolean beside;

    long firstRowId;
    long lastRowId;

    StagedDelivery(long id, Key key, boolean closed) {
        this.id = id;
        this.key = key;
        this.closed = closed;
    }

    void count(UsageRow row) {
        rows++;
        cost = cost.add(row.cost);
        amortized |= row.amortized;
    }

    void holds(long rowId) {
        firstRowId = firstRowId == 0 ? rowId : firstRowId;
        lastRowId = rowId;
    }
}
