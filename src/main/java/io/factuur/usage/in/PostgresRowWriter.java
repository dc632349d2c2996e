package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL: its COPY, all of an import in one transaction. */
final class PostgresRowWriter implements UsageRowWriter {

    private static final String ROWS = "copy " + RowColumns.ROWS + " from stdin";
    private static final String SUMS = "copy " + RowColumns.SUMS + " from stdin";

    private final Connection connection;
    private final CopyText text = new CopyText();
    private @Nullable CopyIn rows;

    PostgresRowWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    @Override
    public void rows(List<UsageRow> batch) throws SQLException {
        CopyIn copy = rows == null ? start(ROWS) : rows;
        rows = copy;
        int columns = FocusColumn.ALL.size();
        for (UsageRow row : batch) {
            text.number(row.id);
            text.number(row.delivery().id);
            text.number(row.scopeId);
            text.plain(row.chargeDay.toString());
            text.plain(row.cost.toPlainString());
            for (int i = 0; i < columns; i++) {
                text.text(row.get(i));
            }
            text.text(row.extra);
            text.endRow();
        }
        text.flushTo(copy);
    }

    @Override
    public void sums(List<DailySums.Sum> batch) throws SQLException {
        endRows();
        CopyIn copy = start(SUMS);
        for (DailySums.Sum sum : batch) {
            text.number(sum.key.deliveryId());
            text.number(sum.key.scopeId());
            text.plain(sum.key.day().toString());
            text.text(sum.key.serviceName());
            text.text(sum.key.serviceCategory());
            text.text(sum.key.chargeCategory());
            text.text(sum.key.publisherName());
            text.number(sum.rows);
            decimal(sum.cost);
            decimal(sum.effectiveCost);
            text.endRow();
        }
        text.flushTo(copy);
        copy.endCopy();
    }

    private void decimal(BigDecimal number) {
        text.plain(number.toPlainString());
    }

    private CopyIn start(String sql) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    private void endRows() throws SQLException {
        if (rows != null) {
            rows.endCopy();
            rows = null;
        }
    }

    @Override
    public void finish() throws SQLException {
        endRows();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (rows != null && rows.isActive()) {
                rows.cancelCopy();
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
