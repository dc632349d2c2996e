package io.factuur.usage.in;

import io.factuur.shared.CopyBinary;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL: its COPY, all of an import in one transaction. */
final class PostgresRowWriter implements UsageRowWriter {

    private static final String FROM = " from stdin (format binary)";

    private final Connection connection;
    private final CopyBinary binary = new CopyBinary();
    private @Nullable CopyIn rows;
    private long filled;

    PostgresRowWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    @Override
    public void rows(List<UsageRow> batch) throws SQLException {
        CopyIn copy = copyOf(batch);
        int columns = RowColumns.TYPED_COUNT + Long.bitCount(filled);
        for (UsageRow row : batch) {
            binary.startRow(columns);
            binary.number(row.id);
            binary.number(row.delivery().id);
            binary.number(row.scopeId);
            binary.day(row.chargeDay);
            binary.decimal(row.cost);
            for (long left = filled & ~UsageRow.EXTRA; left != 0; left &= left - 1) {
                binary.text(row.get(Long.numberOfTrailingZeros(left)));
            }
            if ((filled & UsageRow.EXTRA) != 0) {
                binary.text(row.extra);
            }
        }
        binary.flushTo(copy);
    }

    /** Most files leave many columns empty: those are sent only from the first row on that fills them. */
    private CopyIn copyOf(List<UsageRow> batch) throws SQLException {
        long wanted = filled;
        for (UsageRow row : batch) {
            wanted |= row.filled();
        }
        CopyIn copy = rows;
        if (copy == null || wanted != filled) {
            endRows();
            filled = wanted;
            copy = start("copy " + RowColumns.rows(filled) + FROM);
            rows = copy;
        }
        return copy;
    }

    @Override
    public void sums(List<DailySums.Sum> batch) throws SQLException {
        endRows();
        CopyIn copy = start("copy " + RowColumns.SUMS + FROM);
        for (DailySums.Sum sum : batch) {
            binary.startRow(RowColumns.SUM_COUNT);
            binary.number(sum.key.deliveryId());
            binary.number(sum.key.scopeId());
            binary.day(sum.key.day());
            binary.text(sum.key.serviceName());
            binary.text(sum.key.serviceCategory());
            binary.text(sum.key.chargeCategory());
            binary.text(sum.key.publisherName());
            binary.number(sum.rows);
            binary.decimal(sum.cost);
            binary.decimal(sum.effectiveCost);
        }
        end(copy);
    }

    private CopyIn start(String sql) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        binary.begin();
        return copy;
    }

    private void endRows() throws SQLException {
        if (rows != null) {
            end(rows);
            rows = null;
        }
    }

    private void end(CopyIn copy) throws SQLException {
        binary.finish();
        binary.flushTo(copy);
        copy.endCopy();
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
