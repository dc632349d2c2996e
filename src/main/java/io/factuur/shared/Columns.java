package io.factuur.shared;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row's columns one after another, in the order of the select list: for what every request reads, since a driver
 * looks names up anew for each answer, which costs as much as a short query itself.
 */
public final class Columns {

    private final ResultSet row;
    private int last;

    public Columns(ResultSet row) {
        this.row = row;
    }

    /** Zero where there is none. */
    public long number() throws SQLException {
        return row.getLong(++last);
    }

    public @Nullable Long numberOrNull() throws SQLException {
        return row.getObject(++last, Long.class);
    }

    /** False where there is none. */
    public boolean flag() throws SQLException {
        return row.getBoolean(++last);
    }

    public String text() throws SQLException {
        return row.getString(++last);
    }

    public @Nullable String textOrNull() throws SQLException {
        return row.getString(++last);
    }

    public <E extends Enum<E>> E word(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    public BigDecimal decimal() throws SQLException {
        return row.getBigDecimal(++last);
    }

    public Instant moment() throws SQLException {
        return row.getObject(++last, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant momentOrNull() throws SQLException {
        OffsetDateTime moment = row.getObject(++last, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    public LocalDate day() throws SQLException {
        return row.getObject(++last, LocalDate.class);
    }
}
