package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Reads no further than the first rows of a file. */
final class FirstRows {

    private final RowQuery query;
    private final List<Column> columns;
    private final Selection selection;
    private final Dialect dialect;

    FirstRows(DataSource database, List<Column> columns, Selection selection, Dialect dialect) {
        this.query = new RowQuery(
                database, selection, columns.stream().map(Column::source).toList());
        this.columns = columns;
        this.selection = selection;
        this.dialect = dialect;
    }

    List<List<String>> read(int most) {
        Texts texts = new Texts(dialect);
        List<List<String>> rows = new ArrayList<>();
        Windows windows = new Windows(selection.ranges());
        try {
            for (RowRange window = windows.next(); window != null && rows.size() < most; window = windows.next()) {
                query.read(window, row -> {
                    if (rows.size() < most) {
                        rows.add(columns.stream()
                                .map(column -> Objects.requireNonNullElse(
                                        texts.write(column.source().of(row), column.kind()), ""))
                                .toList());
                    }
                });
                windows.gave(window, 0);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return rows;
    }
}
