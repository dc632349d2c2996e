package io.factuur.usage.out;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads stored columns of the rows of a window, in order. Holds a connection no longer than it takes. */
final class RowQuery {

    private static final int FETCH = 1_000;

    /** Or H2 keeps the rows of each window, in case the same is asked again: they filled a heap of 512 MB. */
    private static final String PASS_BY = "set lazy_query_execution %d";

    private final DataSource database;
    private final @Nullable Selection selection;
    private final List<String> stored;
    private final @Nullable RowFilter filter;

    RowQuery(DataSource database, Selection selection, Collection<? extends Source> sources) {
        this.database = database;
        this.selection = selection;
        this.filter = selection.filter();
        TreeSet<String> reads = new TreeSet<>(stored(sources));
        if (filter != null) {
            reads.addAll(filter.reads());
        }
        this.stored = List.copyOf(reads);
    }

    /** Reads rows for their own sake, not for a file. */
    RowQuery(DataSource database, Collection<? extends Source> sources) {
        this.database = database;
        this.selection = null;
        this.filter = null;
        this.stored = stored(sources);
    }

    /** The stored columns that sources read, in the order of their positions in a row. */
    static List<String> stored(Collection<? extends Source> sources) {
        TreeSet<String> reads = new TreeSet<>();
        sources.forEach(source -> reads.addAll(source.reads()));
        reads.add("id");
        return List.copyOf(reads);
    }

    /** Where a source finds its value when it is a stored column and nothing else; -1 for others. */
    int position(Source source) {
        return source instanceof Source.Stored(String column) ? stored.indexOf(column) : -1;
    }

    /** @return how many rows there were */
    long read(RowRange window, RowVisitor visitor) throws IOException {
        String select =
                "select r." + String.join(", r.", stored) + " from usage_row r" + window.where() + " order by r.id";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            boolean embedded = connection.getMetaData().getDatabaseProductName().equals("H2");
            if (embedded) {
                statement.execute(PASS_BY.formatted(1));
            }
            try (ResultSet result = statement.executeQuery(select)) {
                Row row = new Row(stored, selection);
                long rows = 0;
                while (result.next()) {
                    row.read(result);
                    if (filter == null || filter.keeps(row)) {
                        visitor.visit(row);
                        rows++;
                    }
                }
                return rows;
            } finally {
                if (embedded) {
                    statement.execute(PASS_BY.formatted(0));
                }
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
