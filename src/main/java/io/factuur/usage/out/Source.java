package io.factuur.usage.out;

import io.factuur.usage.ColumnName;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a column's value comes from. Read row by row in Java; the simple ones PostgreSQL can copy out by itself. */
sealed interface Source
        permits Source.Stored,
                Source.Unknown,
                Source.Extra,
                Source.InvoiceNumber,
                Source.InTree,
                Source.Always,
                Source.Nothing,
                Source.First,
                Source.Given,
                Source.Said,
                Source.Computed,
                Rule {

    /** The value in a row; null where there is none. */
    @Nullable
    String of(Row row);

    /** Columns of usage_row that it reads. */
    Set<String> reads();

    /** A stored column. */
    record Stored(String column) implements Source {

        @Override
        public @Nullable String of(Row row) {
            return row.stored(column);
        }

        @Override
        public Set<String> reads() {
            return Set.of(column);
        }
    }

    /** A column that FOCUS does not know, by its exact name. */
    record Unknown(String name) implements Source {

        @Override
        public @Nullable String of(Row row) {
            return row.unknown(name);
        }

        @Override
        public Set<String> reads() {
            return Set.of("extra");
        }
    }

    /** The same under the first of these names that came in, as {@link ColumnName#key} folds them. */
    record Extra(List<String> names) implements Source {

        @Override
        public @Nullable String of(Row row) {
            for (String name : names) {
                String value = row.extra(name);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        @Override
        public Set<String> reads() {
            return Set.of("extra");
        }
    }

    /** The number of the invoice that the row stands on. */
    record InvoiceNumber() implements Source {

        @Override
        public @Nullable String of(Row row) {
            return row.invoiceNumber();
        }

        @Override
        public Set<String> reads() {
            return Set.of("delivery_id", "publisher_name");
        }
    }

    /** Something about the row's place in the tree of scopes. */
    record InTree(Place.Part part) implements Source {

        @Override
        public @Nullable String of(Row row) {
            return row.place(part);
        }

        @Override
        public Set<String> reads() {
            return Set.of("scope_id");
        }
    }

    /** The same in every row. */
    record Always(String text) implements Source {

        @Override
        public String of(Row row) {
            return text;
        }

        @Override
        public Set<String> reads() {
            return Set.of();
        }
    }

    /** No value in any row. */
    enum Nothing implements Source {
        AT_ALL;

        @Override
        public @Nullable String of(Row row) {
            return null;
        }

        @Override
        public Set<String> reads() {
            return Set.of();
        }
    }

    /** The first that has a value. */
    record First(List<Source> sources) implements Source {

        @Override
        public @Nullable String of(Row row) {
            for (Source source : sources) {
                String value = source.of(row);
                if (value != null && !value.isEmpty()) {
                    return value;
                }
            }
            return null;
        }

        @Override
        public Set<String> reads() {
            return sources.stream().flatMap(source -> source.reads().stream()).collect(Collectors.toSet());
        }
    }

    /** What came in, left blank where the file left it blank; the other where the file says nothing about it. */
    record Given(Source given, Source otherwise) implements Source {

        @Override
        public @Nullable String of(Row row) {
            String value = given.of(row);
            return value == null ? otherwise.of(row) : value;
        }

        @Override
        public Set<String> reads() {
            return Stream.of(given, otherwise)
                    .flatMap(source -> source.reads().stream())
                    .collect(Collectors.toSet());
        }
    }

    /** Another source's value, said differently. */
    record Said(Source source, UnaryOperator<@Nullable String> otherwise) implements Source {

        @Override
        public @Nullable String of(Row row) {
            return otherwise.apply(source.of(row));
        }

        @Override
        public Set<String> reads() {
            return source.reads();
        }
    }

    /** Worked out from several columns of the row. */
    record Computed(Set<String> reads, Function<Row, @Nullable String> from) implements Source {

        @Override
        public @Nullable String of(Row row) {
            return from.apply(row);
        }
    }

    static Source first(Source... sources) {
        return new First(Stream.of(sources).toList());
    }

    static Source stored(String column) {
        return new Stored(column);
    }

    static Source inTree(Place.Part part) {
        return new InTree(part);
    }

    static Source extra(String... names) {
        return new Extra(Stream.of(names).map(ColumnName::key).toList());
    }
}
