package io.factuur.api;

import io.factuur.shared.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list in JSON.
 *
 * @param next the cursor of the page after this one, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int LARGEST = 1_000;

    /**
     * Reads one row more than asked for, to know whether there is a next page.
     *
     * @param read gives the first so many rows after the cursor
     * @param cursor what the next page starts after, taken from a page's last row
     */
    public static <R, T> Page<T> of(
            IntFunction<List<R>> read, int limit, Function<R, T> json, Function<R, Object> cursor) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("problem.limit", limit, LARGEST);
        }
        List<R> rows = read.apply(limit + 1);
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? String.valueOf(cursor.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(json).toList(), next);
    }
}
