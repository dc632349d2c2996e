package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects the rows and writes the lines here: on any database, for every layout and dialect. */
final class SelectReader implements LineReader {

    private final RowQuery query;
    private final List<Cell> cells;
    private final Dialect dialect;

    SelectReader(RowQuery query, List<Column> columns, Dialect dialect) {
        this.query = query;
        this.cells = columns.stream()
                .map(column -> new Cell(column, query.position(column.source())))
                .toList();
        this.dialect = dialect;
    }

    @Override
    public long read(RowRange window, CsvBytes to) throws IOException {
        Texts texts = new Texts(dialect);
        return query.read(window, row -> {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    to.separator();
                }
                Cell cell = cells.get(i);
                to.field(texts.write(cell.value(row), cell.column().kind()));
            }
            to.endLine();
        });
    }

    /** @param position of a column that is written as it is stored; -1 for others */
    private record Cell(Column column, int position) {

        @Nullable
        String value(Row row) {
            return position >= 0 ? row.at(position) : column.source().of(row);
        }
    }
}
