package io.factuur.usage.out;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What FOCUS demands of a column, said so that PostgreSQL can keep to it while it copies. */
sealed interface Rule extends Source {

    /**
     * The same in SQL.
     *
     * @param inner SQL of a source within; null where there is none
     */
    @Nullable
    String sql(Function<Source, @Nullable String> inner);

    /** Only where a stored column has one of some values, or where it has none of them. */
    record Where(String column, boolean has, Set<String> values, Source then) implements Rule {

        @Override
        public @Nullable String of(Row row) {
            String value = row.stored(column);
            return (value != null && values.contains(value)) == has ? then.of(row) : null;
        }

        @Override
        public Set<String> reads() {
            return union(Set.of(column), then.reads());
        }

        @Override
        public @Nullable String sql(Function<Source, @Nullable String> inner) {
            String sql = inner.apply(then);
            String in = "coalesce(r." + column + ", '') " + (has ? "in " : "not in ") + list(values);
            return sql == null ? null : "case when " + in + " then " + sql + " end";
        }
    }

    /** Only where another source has a value. */
    record With(Source given, Source then) implements Rule {

        @Override
        public @Nullable String of(Row row) {
            String value = given.of(row);
            return value == null || value.isEmpty() ? null : then.of(row);
        }

        @Override
        public Set<String> reads() {
            return union(given.reads(), then.reads());
        }

        @Override
        public @Nullable String sql(Function<Source, @Nullable String> inner) {
            String when = inner.apply(given);
            String sql = inner.apply(then);
            return when == null || sql == null ? null : "case when " + when + " <> '' then " + sql + " end";
        }
    }

    /** A value of a closed list; any other is none. */
    record OneOf(String column, Set<String> values) implements Rule {

        @Override
        public @Nullable String of(Row row) {
            String value = row.stored(column);
            return value != null && values.contains(value) ? value : null;
        }

        @Override
        public Set<String> reads() {
            return Set.of(column);
        }

        @Override
        public String sql(Function<Source, @Nullable String> inner) {
            return "case when r." + column + " in " + list(values) + " then r." + column + " end";
        }
    }

    /** What holds in the billing currency, where prices are in that currency too. */
    record SameCurrency(Source then) implements Rule {

        @Override
        public @Nullable String of(Row row) {
            String pricing = row.stored("pricing_currency");
            return pricing == null || pricing.isEmpty() || pricing.equals(row.stored("billing_currency"))
                    ? then.of(row)
                    : null;
        }

        @Override
        public Set<String> reads() {
            return union(Set.of("pricing_currency", "billing_currency"), then.reads());
        }

        @Override
        public @Nullable String sql(Function<Source, @Nullable String> inner) {
            String sql = inner.apply(then);
            return sql == null
                    ? null
                    : "case when coalesce(nullif(r.pricing_currency, ''), r.billing_currency) = r.billing_currency then "
                            + sql + " end";
        }
    }

    /** A price, which is never below zero. */
    record Price(String column) implements Rule {

        @Override
        public @Nullable String of(Row row) {
            String value = row.stored(column);
            return value == null || value.startsWith("-") ? null : value;
        }

        @Override
        public Set<String> reads() {
            return Set.of(column);
        }

        @Override
        public String sql(Function<Source, @Nullable String> inner) {
            return "case when r." + column + " not like '-%' then r." + column + " end";
        }
    }

    /** The name of what is left over in a list: {@code Other (Compute)}. */
    record OtherOf(Source category) implements Rule {

        @Override
        public String of(Row row) {
            return "Other (" + category.of(row) + ")";
        }

        @Override
        public Set<String> reads() {
            return category.reads();
        }

        @Override
        public @Nullable String sql(Function<Source, @Nullable String> inner) {
            String sql = inner.apply(category);
            return sql == null ? null : "'Other (' || " + sql + " || ')'";
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String list(Set<String> values) {
        return List.copyOf(values).stream().sorted().map(Rule::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
