package io.factuur.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts so that they add up to a rounded whole (Hamilton's method): each part is rounded down and the units
 * that are missing go to the parts with the largest remainder, the first of equals first.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param parts exact amounts of either sign
     * @param total what the rounded parts must add up to; itself a multiple of the unit
     * @param digits decimals of the unit, 2 for cents
     * @throws IllegalArgumentException if the total is further from the exact sum than rounding can bridge
     */
    public static List<BigDecimal> round(List<BigDecimal> parts, BigDecimal total, int digits) {
        List<BigDecimal> rounded = new ArrayList<>(parts.stream()
                .map(part -> part.setScale(digits, RoundingMode.FLOOR))
                .toList());
        BigDecimal missing = total.subtract(sum(rounded));
        int units = missing.movePointRight(digits).intValueExact();
        if (units < 0 || units > parts.size()) {
            throw new IllegalArgumentException("Cannot spread " + missing + " over " + parts.size() + " parts");
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> parts.get(i).subtract(rounded.get(i)), Comparator.reverseOrder()))
                .limit(units)
                .forEach(i -> rounded.set(i, rounded.get(i).add(unit)));
        return List.copyOf(rounded);
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
