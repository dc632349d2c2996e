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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Inserts thousands of rows at once in the caller's transaction: PostgreSQL takes them by its COPY, which costs it a
 * fraction of as many statements; any other database as a batch.
 */
@Component
class ManyRows {

    /** Bytes; some twenty invoices. */
    private static final int PIECE = 16_384;

    private final JdbcTemplate jdbc;

    ManyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What goes into one table.
     *
     * @param values a row each, in the order of the columns: {@link Long} for eight bytes, {@link Integer} for four,
     *     {@link String}, {@link BigDecimal}, {@link LocalDate}, {@link Instant} or null
     */
    record Rows(String table, List<String> columns, Stream<@Nullable Object[]> values) {

        private String into() {
            return table + " (" + String.join(", ", columns) + ")";
        }
    }

    /**
     * One table after the other. The first one's rows go to PostgreSQL as they are made, the next one's are made while it
     * is busy with those before.
     */
    void insert(Rows... tables) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            if (connection.isWrapperFor(PGConnection.class)) {
                copy(connection.unwrap(PGConnection.class).getCopyAPI(), tables);
            } else {
                for (Rows rows : tables) {
                    batch(connection, rows);
                }
            }
            return tables.length;
        });
    }

    private static void copy(CopyManager server, Rows... tables) throws SQLException {
        CopyIn busy = null;
        try {
            for (Rows rows : tables) {
                if (busy == null) {
                    busy = begin(server, rows);
                    encode(rows, busy);
                } else {
                    CopyBinary binary = encode(rows, null);
                    busy.endCopy();
                    busy = begin(server, rows);
                    binary.flushTo(busy);
                    busy.flushCopy();
                }
            }
            if (busy != null) {
                busy.endCopy();
            }
        } finally {
            if (busy != null && busy.isActive()) {
                busy.cancelCopy();
            }
        }
    }

    private static CopyIn begin(CopyManager server, Rows rows) throws SQLException {
        return server.copyIn("copy " + rows.into() + " from stdin (format binary)");
    }

    /** @param copy takes them piece by piece; without it they are all there at the end */
    private static CopyBinary encode(Rows rows, @Nullable CopyIn copy) throws SQLException {
        CopyBinary binary = new CopyBinary();
        binary.begin();
        for (@Nullable Object[] row : (Iterable<@Nullable Object[]>) rows.values()::iterator) {
            binary.startRow(row.length);
            for (Object value : row) {
                write(value, binary);
            }
            if (copy != null && binary.length() > PIECE) {
                binary.flushTo(copy);
                copy.flushCopy();
            }
        }
        binary.finish();
        if (copy != null) {
            binary.flushTo(copy);
            copy.flushCopy();
        }
        return binary;
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

    private static void batch(Connection connection, Rows rows) throws SQLException {
        String places = String.join(", ", Collections.nCopies(rows.columns().size(), "?"));
        try (var statement = connection.prepareStatement("insert into " + rows.into() + " values (" + places + ")")) {
            for (@Nullable Object[] row : (Iterable<@Nullable Object[]>) rows.values()::iterator) {
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
