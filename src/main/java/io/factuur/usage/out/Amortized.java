package io.factuur.usage.out;

import java.util.List;
import java.util.Locale;

/** Puts what a commitment is worth where it was used in place of what was billed when it was bought. */
final class Amortized {

    private static final Source COST = Source.first(Source.stored("effective_cost"), Source.stored("billed_cost"));

    private Amortized() {}

    static List<Column> in(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT).equals("costinbillingcurrency")
                        ? new Column(column.name(), column.kind(), COST)
                        : column)
                .toList();
    }
}
