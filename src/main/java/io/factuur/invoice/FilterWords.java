package io.factuur.invoice;

import io.factuur.invoice.InvoiceQuery.Filter;
import io.factuur.invoice.InvoiceQuery.Sort;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list's filter and order as words, the same in a page's address, in an export's and in the order of a ZIP: {@code q},
 * {@code status}, {@code from}, {@code to}, {@code least}, {@code most}, and {@code sort} with a name of {@link Sort},
 * after a minus where it goes down. What is not readable restricts and sorts nothing.
 */
public final class FilterWords {

    private FilterWords() {}

    /** @param word gives the value of a name, or null */
    public static Filter read(Function<String, @Nullable String> word) {
        String text = word.apply("q");
        return new Filter(
                text == null ? "" : text.strip(),
                status(word.apply("status")),
                month(word.apply("from")),
                month(word.apply("to")),
                amount(word.apply("least")),
                amount(word.apply("most")));
    }

    /** The invoices at a scope, filtered and sorted as the words say. */
    public static InvoiceQuery query(long scopeId, Function<String, @Nullable String> word) {
        InvoiceQuery query = InvoiceQuery.at(scopeId).matching(read(word));
        String sort = word.apply("sort");
        if (sort == null) {
            return query;
        }
        boolean down = sort.startsWith("-");
        String name = (down ? sort.substring(1) : sort).toUpperCase(Locale.ROOT);
        return Arrays.stream(Sort.values())
                .filter(by -> by.name().equals(name))
                .findFirst()
                .map(by -> query.sortedBy(by, down))
                .orElse(query);
    }

    /** What {@link #query} reads; only what differs from the whole list in its usual order. */
    public static Map<String, String> write(InvoiceQuery query) {
        Map<String, String> words = write(query.filter());
        if (!query.inUsualOrder()) {
            words.put(
                    "sort",
                    (query.descending() ? "-" : "") + query.sort().name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** Only those that restrict something. */
    public static Map<String, String> write(Filter filter) {
        Map<String, String> words = new LinkedHashMap<>();
        if (!filter.text().isBlank()) {
            words.put("q", filter.text());
        }
        put(words, "status", filter.status() == null ? null : filter.status().name());
        put(words, "from", filter.from());
        put(words, "to", filter.to());
        put(words, "least", filter.least() == null ? null : filter.least().toPlainString());
        put(words, "most", filter.most() == null ? null : filter.most().toPlainString());
        return words;
    }

    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }

    private static @Nullable InvoiceStatus status(@Nullable String word) {
        return Arrays.stream(InvoiceStatus.values())
                .filter(status -> status.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable YearMonth month(@Nullable String word) {
        try {
            return word == null ? null : YearMonth.parse(word);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable BigDecimal amount(@Nullable String word) {
        return word != null && word.matches("-?\\d{1,15}(\\.\\d{1,4})?") ? new BigDecimal(word) : null;
    }
}
