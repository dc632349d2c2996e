package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.in.DeliveryStore.Stored;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows back, window by window of their keys. */
@Component
class StoredRows {

    private static final long WINDOW = 5_000;
    private static final String SELECT = "select id, scope_id, charge_day, cost, "
            + FocusColumn.ALL.stream().map(FocusColumn::stored).collect(Collectors.joining(", "))
            + ", extra from usage_row where id between :from and :to and delivery_id = :delivery order by id";

    private final JdbcClient jdbc;

    StoredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    interface Taker {
        void take(UsageRow row) throws IOException;
    }

    void each(Stored delivery, Taker taker) throws IOException {
        for (long from = delivery.firstRowId(); from <= delivery.lastRowId(); from += WINDOW) {
            for (UsageRow row : window(delivery, from)) {
                taker.take(row);
            }
        }
    }

    private List<UsageRow> window(Stored delivery, long from) {
        List<UsageRow> rows = new ArrayList<>();
        jdbc.sql(SELECT)
                .param("from", from)
                .param("to", Math.min(from + WINDOW - 1, delivery.lastRowId()))
                .param("delivery", delivery.id())
                .query((ResultSet result) -> {
                    rows.add(row(result));
                });
        return rows;
    }

    private static UsageRow row(ResultSet result) throws SQLException {
        UsageRow row = new UsageRow();
        row.id = result.getLong(1);
        row.scopeId = result.getLong(2);
        row.chargeDay = result.getObject(3, LocalDate.class);
        row.cost = result.getBigDecimal(4);
        for (int i = 0; i < FocusColumn.ALL.size(); i++) {
            row.set(i, result.getString(5 + i));
        }
        row.extra = result.getString(5 + FocusColumn.ALL.size());
        String effective = row.get(FocusColumn.EFFECTIVE_COST);
        row.effectiveCost = effective == null ? row.effectiveCost : new java.math.BigDecimal(effective);
        return row;
    }
}
