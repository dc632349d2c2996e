package io.factuur.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Days of usage in {@code [from, to)}, and those before that they are compared with. */
public record CostSpan(LocalDate from, LocalDate to) {

    public static CostSpan month(YearMonth month) {
        return new CostSpan(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** As many whole months before where it is whole months, else as many days. */
    public CostSpan before() {
        if (from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1) {
            return new CostSpan(from.minusMonths(ChronoUnit.MONTHS.between(from, to)), from);
        }
        return new CostSpan(from.minusDays(days()), from);
    }

    /** The month before up to the same day, for a month that is not over. */
    public CostSpan upTo(LocalDate day) {
        return day.isBefore(to) && day.isAfter(from) ? new CostSpan(from, day) : this;
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }
}
