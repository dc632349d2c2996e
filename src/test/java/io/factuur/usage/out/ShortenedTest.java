package io.factuur.usage.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.FocusWords;
import io.factuur.usage.out.ColumnFacts.Filled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ShortenedTest {

    private static final List<String> STORED =
            FocusColumn.ALL.stream().map(FocusColumn::stored).toList();

    @RepeatedTest(200)
    void aShorterSourceSaysTheSameOfEachRow(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Row> rows = rows(random);
        Shortened shortened = new Shortened(facts(rows), false);
        for (FocusColumn column : FocusColumn.ALL) {
            Source rule = FocusRules.of(column);
            Source shorter = shortened.of(rule);
            for (Row row : rows) {
                assertThat(shorter.of(row))
                        .as("%s as %s, shorter %s", column, rule, shorter)
                        .isEqualTo(rule.of(row));
            }
        }
    }

    @Test
    void nothingIsLeftOutWhereNothingIsKnown() {
        for (FocusColumn column : FocusColumn.ALL) {
            Source rule = FocusRules.of(column);
            assertThat(new Shortened(ColumnFacts.NONE, true).of(rule)).isEqualTo(rule);
        }
    }

    @Test
    void whatHoldsForTwoImportsHoldsForEach() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<Row> some = rows(random);
            List<Row> others = rows(random);
            List<Row> all = new ArrayList<>(some);
            all.addAll(others);
            assertThat(facts(some).and(facts(others))).isEqualTo(facts(all));
        }
    }

    @Test
    void aRuleWithNothingToDoIsGone() {
        Row row = new Row(STORED, null);
        row.put("service_category", "Compute");
        row.put("charge_category", "Usage");
        row.put("list_unit_price", "0.5");
        Shortened shortened = new Shortened(facts(List.of(row)), false);
        assertThat(shortened.of(FocusRules.of(FocusColumn.SERVICE_CATEGORY)))
                .isEqualTo(Source.stored("service_category"));
        assertThat(shortened.of(FocusRules.of(FocusColumn.LIST_UNIT_PRICE)))
                .isEqualTo(Source.stored("list_unit_price"));
        assertThat(shortened.of(FocusRules.of(FocusColumn.CONTRACTED_UNIT_PRICE)))
                .isEqualTo(Source.stored("list_unit_price"));
        assertThat(shortened.of(FocusRules.of(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY)))
                .isEqualTo(Source.Nothing.AT_ALL);
        assertThat(shortened.of(FocusRules.of(FocusColumn.INVOICE_ID))).isEqualTo(Source.Nothing.AT_ALL);
    }

    /** Rows in which some columns are never filled, some always, and some have values that rules do not like. */
    private static List<Row> rows(Random random) {
        Map<FocusColumn, List<String>> pools = new HashMap<>();
        for (FocusColumn column : FocusColumn.ALL) {
            pools.put(column, pool(column, random));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Row row = new Row(STORED, null);
            pools.forEach((column, pool) -> row.put(column.stored(), one(pool, random)));
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable String one(List<String> pool, Random random) {
        String value = pool.get(random.nextInt(pool.size()));
        return value.equals("null") ? null : value;
    }

    private static List<String> pool(FocusColumn column, Random random) {
        List<String> values = new ArrayList<>(FocusWords.allowed(column));
        values.addAll(column.kind() == FocusColumn.Kind.DECIMAL ? List.of("1", "-2") : List.of("EUR", "USD"));
        List<String> pool = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            pool.add(values.get(random.nextInt(values.size())));
        }
        if (random.nextInt(3) == 0) {
            pool.add("null");
        }
        if (random.nextInt(12) == 0) {
            pool.add("");
        }
        return random.nextInt(4) == 0 ? List.of("null") : pool;
    }

    private static ColumnFacts facts(List<Row> rows) {
        Map<String, Filled> filled = new HashMap<>();
        Map<String, Set<String>> words = new HashMap<>();
        Set<String> notNegative = new HashSet<>();
        for (FocusColumn column : FocusColumn.ALL) {
            String name = column.stored();
            List<String> values = rows.stream()
                    .map(row -> row.stored(name))
                    .filter(Objects::nonNull)
                    .toList();
            if (!values.contains("")) {
                filled.put(
                        name,
                        values.isEmpty()
                                ? Filled.NEVER
                                : values.size() == rows.size() ? Filled.ALWAYS : Filled.SOMETIMES);
            }
            if (ColumnFacts.WORDS.contains(column)) {
                words.put(name, Set.copyOf(values));
            }
            if (ColumnFacts.PRICES.contains(column) && values.stream().noneMatch(value -> value.startsWith("-"))) {
                notNegative.add(name);
            }
        }
        return new ColumnFacts(filled, words, notNegative);
    }
}
