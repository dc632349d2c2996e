package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.util.List;

/** The names of the columns. */
record HeaderLine(List<Column> columns, Dialect dialect) implements Block {

    @Override
    public void write(CsvBytes to) {
        Texts texts = new Texts(dialect);
        to.line(columns.stream()
                .map(column -> texts.write(column.name(), Kind.TEXT))
                .toList());
    }
}
