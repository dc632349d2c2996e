package io.factuur.invoice;

import io.factuur.shared.CopyBinary;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Inserts hundreds of rows at once in the caller's transaction: PostgreSQL takes them by its COPY, which costs it a
 * fraction of as many statements; any other database as a batch.
 */
@Component
class ManyRows {

    private final JdbcTemplate jdbc;

    ManyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param rows the values in the order of the columns: {@link Long} for eight bytes, {@link Integer} for four,
     *     {@link String}, {@link BigDecimal}, {@link LocalDate}, {@link Instant} or null
     */
    void insert(String table, List<String> columns, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String into = table + " (" + String.join(", ", columns) + ")";
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            if (connection.isWrapperFor(PGConnection.class)) {
                copy(connection.unwrap(PGConnection.class), into, rows);
            } else {
                batch(connection, into, columns.size(), rows);
            }
            return rows.size();
        });
    }

    private static void copy(PGConnection connection, String into, List<@Nullable Object[]> rows) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("copy " + into + " from stdin (format binary)");
        try {
            CopyBinary binary = new CopyBinary();
            binary.begin();
            for (@Nullable Object[] row : rows) {
                binary.startRow(row.length);
                for (Object value : row) {
                    write(value, binary);
                }
            }
            binary.finish();
            binary.flushTo(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(@Nullable Object value, CopyBinary binary) {
        switch (value) {
            case null -> binary.absent();
            case Long number -> binary.number(number);
            case Integer number -> binary.smallNumber(number);
            case String text -> binary.text(text);
            case BigDecimal decimal -> binary.decimal(decimal);
            case LocalDate day -> binary.day(day);
            case Instant moment -> binary.moment(moment);
            default -> throw new IllegalArgumentException("No column takes a " + value.getClass());
        }
    }

    private static void batch(Connection connection, String into, int columns, List<@Nullable Object[]> rows)
            throws SQLException {
        String places = String.join(", ", Collections.nCopies(columns, "?"));
        try (var statement = connection.prepareStatement("insert into " + into + " values (" + places + ")")) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    Object value = row[i];
                    statement.setObject(
                            i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
