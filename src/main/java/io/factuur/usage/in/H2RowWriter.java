package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * H2 in the same process: each batch is committed while its pages are still in memory. Later, H2 reads them back and
 * writes them a second time.
 */
final class H2RowWriter implements UsageRowWriter {

    private final Connection connection;
    private final PreparedStatement rows;
    private final PreparedStatement sums;
    private final @Nullable String[] bound = new @Nullable String[FocusColumn.ALL.size() + 1];

    H2RowWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        rows = connection.prepareStatement(
                "insert into " + RowColumns.rows() + " values (" + RowColumns.marks(RowColumns.ROW_COUNT) + ")");
        for (int i = 0; i < bound.length; i++) {
            rows.setNull(RowColumns.TYPED_COUNT + 1 + i, Types.VARCHAR);
        }
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
        connection.commit();
    }

    private void bind(UsageRow row) throws SQLException {
        rows.setLong(1, row.id);
        rows.setLong(2, row.delivery().id);
        rows.setLong(3, row.scopeId);
        rows.setObject(4, row.chargeDay);
        rows.setBigDecimal(5, row.cost);
        for (int i = 0; i < bound.length - 1; i++) {
            bind(i, row.get(i));
        }
        bind(bound.length - 1, row.extra);
    }

    /** A parameter keeps its value from row to row, and most columns have the same one again. */
    @SuppressWarnings("ReferenceEquality") // an equal text is only bound again
    private void bind(int column, @Nullable String value) throws SQLException {
        if (value != bound[column]) {
            rows.setString(RowColumns.TYPED_COUNT + 1 + column, value);
            bound[column] = value;
        }
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
        connection.commit();
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
