package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** H2 in the same process: batches, committed now and then, because an undo log of millions of rows slows it down. */
final class H2RowWriter implements UsageRowWriter {

    private static final int ROWS_A_COMMIT = 20_000;

    private final Connection connection;
    private final PreparedStatement rows;
    private final PreparedStatement sums;
    private int uncommitted;

    H2RowWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        rows = connection.prepareStatement(
                "insert into " + RowColumns.ROWS + " values (" + RowColumns.marks(RowColumns.ROW_COUNT) + ")");
        sums = connection.prepareStatement(
                "insert into " + RowColumns.SUMS + " values (" + RowColumns.marks(RowColumns.SUM_COUNT) + ")");
    }

    @Override
    public void rows(List<UsageRow> batch) throws SQLException {
        for (UsageRow row : batch) {
            bind(row);
            rows.addBatch();
        }
        rows.executeBatch();
        uncommitted += batch.size();
        if (uncommitted >= ROWS_A_COMMIT) {
            connection.commit();
            uncommitted = 0;
        }
    }

    private void bind(UsageRow row) throws SQLException {
        rows.setLong(1, row.id);
        rows.setLong(2, row.delivery().id);
        rows.setLong(3, row.scopeId);
        rows.setObject(4, row.chargeDay);
        rows.setBigDecimal(5, row.cost);
        int columns = FocusColumn.ALL.size();
        for (int i = 0; i < columns; i++) {
            rows.setString(6 + i, row.get(i));
        }
        rows.setString(6 + columns, row.extra);
    }

    @Override
    public void sums(List<DailySums.Sum> batch) throws SQLException {
        for (DailySums.Sum sum : batch) {
            sums.setLong(1, sum.key.deliveryId());
            sums.setLong(2, sum.key.scopeId());
            sums.setObject(3, sum.key.day());
            sums.setString(4, sum.key.serviceName());
            sums.setString(5, sum.key.serviceCategory());
            sums.setString(6, sum.key.chargeCategory());
            sums.setString(7, sum.key.publisherName());
            sums.setLong(8, sum.rows);
            sums.setBigDecimal(9, sum.cost);
            sums.setBigDecimal(10, sum.effectiveCost);
            sums.addBatch();
        }
        sums.executeBatch();
    }

    @Override
    public void finish() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
