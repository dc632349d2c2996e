package io.factuur.usage.out;

import java.util.List;

/** The columns of a kind of usage file, in their order. */
interface Layout {

    List<Column> columns(Selection selection);

    /** Whether the columns name scopes above the subscription. */
    boolean needsPlaces();

    /** Whether a block "Statement" goes before the rows; it takes the rounding with it. */
    default boolean startsWithStatement() {
        return false;
    }
}
