package io.factuur.usage.out;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.FocusWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about the stored columns of some rows, so that a rule need not ask every row. Of what is missing here
 * nothing is known.
 *
 * @param filled by column, which rows have a value; only columns without blank values
 * @param words by column, all the values that its rows have; only columns that have few
 * @param notNegative unit prices that are never below zero
 */
public record ColumnFacts(Map<String, Filled> filled, Map<String, Set<String>> words, Set<String> notNegative) {

    /** Which rows have a value. */
    public enum Filled {
        ALWAYS,
        SOMETIMES,
        NEVER
    }

    /** Columns whose words rules ask for. */
    public static final List<FocusColumn> WORDS = FocusColumn.ALL.stream()
            .filter(column -> !FocusWords.allowed(column).isEmpty()
                    || column == FocusColumn.BILLING_CURRENCY
                    || column == FocusColumn.PRICING_CURRENCY)
            .toList();

    /** Columns whose sign rules ask for. */
    public static final List<FocusColumn> PRICES = List.of(
            FocusColumn.LIST_UNIT_PRICE,
            FocusColumn.CONTRACTED_UNIT_PRICE,
            FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE,
            FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE);

    static final ColumnFacts NONE = new ColumnFacts(Map.of(), Map.of(), Set.of());

    /** Empty where nothing is known of the column. */
    Optional<Filled> filled(String column) {
        return Optional.ofNullable(filled.get(column));
    }

    /** The values of a column, none for rows that have none; empty where they are not known. */
    Optional<Set<String>> words(String column) {
        return Optional.ofNullable(words.get(column));
    }

    boolean isNeverNegative(String column) {
        return notNegative.contains(column);
    }

    /** What holds for these rows and the others together. */
    ColumnFacts and(ColumnFacts other) {
        Map<String, Filled> bothFilled = new HashMap<>();
        filled.forEach((column, how) ->
                other.filled(column).ifPresent(too -> bothFilled.put(column, how == too ? how : Filled.SOMETIMES)));
        Map<String, Set<String>> bothWords = new HashMap<>();
        words.forEach((column, some) -> other.words(column).ifPresent(more -> {
            Set<String> all = new HashSet<>(some);
            all.addAll(more);
            bothWords.put(column, all);
        }));
        Set<String> bothNotNegative = new HashSet<>(notNegative);
        bothNotNegative.retainAll(other.notNegative);
        return new ColumnFacts(bothFilled, bothWords, bothNotNegative);
    }
}
