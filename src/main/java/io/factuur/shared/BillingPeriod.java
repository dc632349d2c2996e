package io.factuur.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A half-open interval of dates in UTC, {@code [start, end)}.
 *
 * <p>Written {@code yyyy-MM} where it is a calendar month and as its first day, {@code yyyy-MM-dd}, elsewhere.
 */
public record BillingPeriod(LocalDate start, LocalDate end) implements Comparable<BillingPeriod> {

    public BillingPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A period starts before it ends: " + start + " to " + end);
        }
    }

    public static BillingPeriod month(YearMonth month) {
        return new BillingPeriod(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /**
     * The monthly period that holds a day and starts on a day of the month, as subscriptions are billed. In a month
     * too short for that day, the period starts on the month's last day.
     *
     * @param dayOfMonth 1 to 31
     */
    public static BillingPeriod holding(LocalDate day, int dayOfMonth) {
        YearMonth month = YearMonth.from(day);
        if (day.isBefore(startIn(month, dayOfMonth))) {
            month = month.minusMonths(1);
        }
        return new BillingPeriod(startIn(month, dayOfMonth), startIn(month.plusMonths(1), dayOfMonth));
    }

    private static LocalDate startIn(YearMonth month, int dayOfMonth) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    public boolean isCalendarMonth() {
        return start.getDayOfMonth() == 1 && end.equals(start.plusMonths(1));
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    /** {@code 2024-09} for a calendar month, {@code 2024-09-05} for a period that starts on the 5th. */
    public String code() {
        return isCalendarMonth() ? YearMonth.from(start).toString() : start.toString();
    }

    @Override
    public int compareTo(BillingPeriod other) {
        return start.compareTo(other.start);
    }

    @Override
    public String toString() {
        return code();
    }
}
