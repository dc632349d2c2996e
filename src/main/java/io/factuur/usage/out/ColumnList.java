package io.factuur.usage.out;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a layout down, column by column. A column's value is what came in under its own name or one of its other names,
 * and only where nothing did, what can be said from the rest of the row.
 */
final class ColumnList {

    private final List<Column> columns = new ArrayList<>();

    /** @param names the header, then other names of the same, separated by bars */
    ColumnList text(String names, Source... otherwise) {
        return add(names, Kind.TEXT, otherwise);
    }

    ColumnList number(String names, Source... otherwise) {
        return add(names, Kind.NUMBER, otherwise);
    }

    ColumnList day(String names, Source... otherwise) {
        String[] known = names.split("\\|");
        Source given = new Source.Said(Source.extra(known), Azure::isoDay);
        columns.add(new Column(known[0], Kind.TIME, firstOf(given, otherwise)));
        return this;
    }

    /** A column whose value is never taken from what came in under its name. */
    ColumnList own(String name, Kind kind, Source source) {
        columns.add(new Column(name, kind, source));
        return this;
    }

    List<Column> list() {
        return List.copyOf(columns);
    }

    private ColumnList add(String names, Kind kind, Source... otherwise) {
        String[] known = names.split("\\|");
        columns.add(new Column(known[0], kind, firstOf(Source.extra(known), otherwise)));
        return this;
    }

    private static Source firstOf(Source given, Source... otherwise) {
        return otherwise.length == 0 ? given : new Source.Given(given, Source.first(otherwise));
    }
}
