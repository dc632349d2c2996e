package io.factuur.invoice;

import io.factuur.invoice.InvoiceQuery.Filter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list's filter as words, the same in a page's address, in an export's and in the order of a ZIP: {@code q},
 * {@code status}, {@code from}, {@code to}, {@code least}, {@code most}. What is not readable restricts nothing.
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
