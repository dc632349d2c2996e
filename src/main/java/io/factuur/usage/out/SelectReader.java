package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import io.factuur.usage.out.Source.Stored;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Selects the rows and writes the lines here: on any database, for every layout and dialect. */
final class SelectReader implements LineReader {

    private static final int FETCH = 1_000;

    private final DataSource database;
    private final List<Column> columns;
    private final Dialect dialect;
    private final Selection selection;
    private final List<String> stored;

    SelectReader(DataSource database, List<Column> columns, Dialect dialect, Selection selection) {
        this.database = database;
        this.columns = columns;
        this.dialect = dialect;
        this.selection = selection;
        this.stored = stored(columns);
    }

    static List<String> stored(List<Column> columns) {
        TreeSet<String> reads = new TreeSet<>();
        columns.forEach(column -> reads.addAll(column.source().reads()));
        reads.add("id");
        return List.copyOf(reads);
    }

    @Override
    public long read(RowRange window, CsvBytes to) throws IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            String select =
                    "select r." + String.join(", r.", stored) + " from usage_row r" + window.where() + " order by r.id";
            try (ResultSet result = statement.executeQuery(select)) {
                return lines(result, to);
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private long lines(ResultSet result, CsvBytes to) throws SQLException {
        Row row = new Row(stored, selection);
        Cell[] cells = columns.stream().map(this::cell).toArray(Cell[]::new);
        Texts texts = new Texts(dialect);
        long rows = 0;
        while (result.next()) {
            row.read(result);
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    to.separator();
                }
                Cell cell = cells[i];
                String value = cell.position >= 0
                        ? row.at(cell.position)
                        : cell.column.source().of(row);
                to.field(texts.write(value, cell.column.kind()));
            }
            to.endLine();
            rows++;
        }
        return rows;
    }

    private Cell cell(Column column) {
        return new Cell(column, column.source() instanceof Stored(String name) ? stored.indexOf(name) : -1);
    }

    /** @param position of a column that is written as it is stored; -1 for others */
    private record Cell(Column column, int position) {}
}
