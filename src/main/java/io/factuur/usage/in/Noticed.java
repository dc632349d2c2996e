package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.out.ColumnFacts;
import io.factuur.usage.out.ColumnFacts.Filled;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notices, row by row, what usage files can later do without asking. */
final class Noticed {

    /** Columns that are said to have few values have no more than this. */
    private static final int FEW = 200;

    private static final int[] WORDS =
            ColumnFacts.WORDS.stream().mapToInt(FocusColumn::ordinal).toArray();
    private static final int[] PRICES =
            ColumnFacts.PRICES.stream().mapToInt(FocusColumn::ordinal).toArray();

    private final @Nullable String[] last = new @Nullable String[WORDS.length];
    private final Map<Integer, Set<String>> words = new HashMap<>();
    private long filled;
    private long missing;
    private long blank;
    private long negative;

    @SuppressWarnings("ReferenceEquality") // an equal word is only added again
    void row(UsageRow row) {
        filled |= row.filled();
        missing |= ~row.filled();
        blank |= row.blank();
        for (int i = 0; i < WORDS.length; i++) {
            String word = row.get(WORDS[i]);
            if (word != null && word != last[i]) {
                add(i, word);
                last[i] = word;
            }
        }
        for (int price : PRICES) {
            String value = row.get(price);
            if (value != null && value.startsWith("-")) {
                negative |= 1L << price;
            }
        }
    }

    private void add(int place, String word) {
        Set<String> known = words.computeIfAbsent(place, none -> new HashSet<>());
        if (known.size() <= FEW) {
            known.add(word);
        }
    }

    ColumnFacts facts() {
        Map<String, Filled> filledness = new HashMap<>();
        Map<String, Set<String>> few = new HashMap<>();
        Set<String> notNegative = new HashSet<>();
        for (FocusColumn column : FocusColumn.ALL) {
            long bit = 1L << column.ordinal();
            if ((blank & bit) == 0) {
                filledness.put(
                        column.stored(),
                        (filled & bit) == 0 ? Filled.NEVER : (missing & bit) == 0 ? Filled.ALWAYS : Filled.SOMETIMES);
            }
        }
        for (int i = 0; i < WORDS.length; i++) {
            Set<String> known = words.getOrDefault(i, Set.of());
            if (known.size() <= FEW) {
                few.put(ColumnFacts.WORDS.get(i).stored(), known);
            }
        }
        ColumnFacts.PRICES.stream()
                .filter(price -> (negative & 1L << price.ordinal()) == 0)
                .forEach(price -> notNegative.add(price.stored()));
        return new ColumnFacts(filledness, few, notNegative);
    }
}
