package io.factuur.usage.out;

import io.factuur.usage.Dimension;
import io.factuur.usage.Narrowing;
import java.util.Set;

/** Keeps the rows behind one bar. */
record RowFilter(Narrowing only) {

    boolean keeps(Row row) {
        String value = Parted.value(only.by(), only.tag(), row);
        return only.by() == Dimension.MARKETPLACE ? !value.isEmpty() : value.equals(only.value());
    }

    Set<String> reads() {
        return Parted.reads(only.by());
    }
}
