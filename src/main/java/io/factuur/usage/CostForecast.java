package io.factuur.usage;

import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a month will probably come to: what is there, and for each day that is left what that day of the week has cost on
 * average in the five weeks before. Four times out of five it ends between low and high, if days go on to vary as they did.
 *
 * @param perDay expected cost of each day that is left
 */
public record CostForecast(Money expected, Money low, Money high, Map<LocalDate, BigDecimal> perDay) {

    private static final int FEWEST_DAYS = 7;
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    /** Four fifths of a normal distribution lie within so many standard deviations. */
    private static final BigDecimal FOUR_FIFTHS = new BigDecimal("1.2816");

    /** How many days before a forecast looks at. */
    public static final int LOOKS_BACK = 35;

    /**
     * Empty where too few days are known, or none is left.
     *
     * @param known what each known day cost, up to the last one with usage; what is older than five weeks then counts no more
     */
    static Optional<CostForecast> of(Currency currency, YearMonth month, Map<LocalDate, BigDecimal> known) {
        LocalDate last = known.keySet().stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        Map<LocalDate, BigDecimal> days = new TreeMap<>(known);
        days.keySet().removeIf(day -> day.isBefore(last.minusDays(LOOKS_BACK - 1L)));
        if (days.size() < FEWEST_DAYS || !last.isBefore(month.atEndOfMonth())) {
            return Optional.empty();
        }
        Map<DayOfWeek, BigDecimal> usual = usual(days);
        BigDecimal everyDay = average(days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), days.size());
        BigDecimal soFar = days.entrySet().stream()
                .filter(day -> YearMonth.from(day.getKey()).equals(month))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<LocalDate, BigDecimal> perDay = new TreeMap<>();
        LocalDate first = last.isBefore(month.atDay(1)) ? month.atDay(1) : last.plusDays(1);
        for (LocalDate day = first; !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            perDay.put(day, usual.getOrDefault(day.getDayOfWeek(), everyDay));
        }
        BigDecimal expected = soFar.add(perDay.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        BigDecimal band = variance(days, usual, everyDay)
                .multiply(BigDecimal.valueOf(perDay.size()), DIGITS)
                .sqrt(DIGITS)
                .multiply(FOUR_FIFTHS, DIGITS);
        return Optional.of(new CostForecast(
                new Money(currency, expected),
                new Money(currency, expected.subtract(band)),
                new Money(currency, expected.add(band)),
                perDay));
    }

    private static Map<DayOfWeek, BigDecimal> usual(Map<LocalDate, BigDecimal> days) {
        Map<DayOfWeek, BigDecimal> sums = new EnumMap<>(DayOfWeek.class);
        Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, cost) -> {
            sums.merge(day.getDayOfWeek(), cost, BigDecimal::add);
            counts.merge(day.getDayOfWeek(), 1, Integer::sum);
        });
        sums.replaceAll((weekday, sum) -> average(sum, counts.getOrDefault(weekday, 1)));
        return sums;
    }

    private static BigDecimal variance(
            Map<LocalDate, BigDecimal> days, Map<DayOfWeek, BigDecimal> usual, BigDecimal everyDay) {
        BigDecimal squares = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : days.entrySet()) {
            BigDecimal off =
                    day.getValue().subtract(usual.getOrDefault(day.getKey().getDayOfWeek(), everyDay));
            squares = squares.add(off.pow(2), DIGITS);
        }
        return average(squares, Math.max(1, days.size() - usual.size()));
    }

    private static BigDecimal average(BigDecimal sum, int count) {
        return sum.divide(BigDecimal.valueOf(count), DIGITS);
    }
}
