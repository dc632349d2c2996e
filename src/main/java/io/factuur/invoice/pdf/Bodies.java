package io.factuur.invoice.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows in bodies of a table. Those that must not be parted by the end of a page stand in one that is kept whole; the rest
 * in short ones, for the renderer's time for a body grows with the square of its rows.
 */
final class Bodies {

    private static final int ROWS = 50;

    private Bodies() {}

    /** @param first rows that stay together at the beginning: a heading and what it is above */
    static List<Map<String, Object>> of(List<Map<String, Object>> rows, int first) {
        return between(rows, Math.min(first, rows.size()), rows.size());
    }

    /** @param last rows that stay with the totals, which stand in the last body */
    static List<Map<String, Object>> withTotals(List<Map<String, Object>> rows, int first, int last) {
        int to = rows.size() - last >= first ? Math.max(0, rows.size() - last) : 0;
        List<Map<String, Object>> bodies = between(rows, Math.min(first, to), to);
        bodies.add(body(rows.subList(to, rows.size()), true, true));
        return bodies;
    }

    private static List<Map<String, Object>> between(List<Map<String, Object>> rows, int from, int to) {
        List<Map<String, Object>> bodies = new ArrayList<>();
        if (from > 0) {
            bodies.add(body(rows.subList(0, from), true, false));
        }
        for (int at = from; at < to; at += ROWS) {
            bodies.add(body(rows.subList(at, Math.min(to, at + ROWS)), false, false));
        }
        return bodies;
    }

    private static Map<String, Object> body(List<Map<String, Object>> rows, boolean whole, boolean totals) {
        return Map.of("lines", rows, "whole", whole, "totals", totals);
    }
}
