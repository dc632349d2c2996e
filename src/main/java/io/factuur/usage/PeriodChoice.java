package io.factuur.usage;

import io.factuur.shared.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * The billing periods that start in {@code [from, to)}: those of a month, or the one that starts on a day. Or the days of
 * usage themselves, whatever period they are billed in.
 *
 * @param code as asked for, {@code yyyy-MM}, {@code yyyy-MM-dd}, or {@code yyyy-MM-dd/yyyy-MM-dd} for days
 * @param ofDays whether days are meant, not periods
 */
public record PeriodChoice(String code, LocalDate from, LocalDate to, boolean ofDays) {

    /** @throws Problem when the text is neither a month nor a day */
    public static PeriodChoice of(String code) {
        try {
            if (code.length() == 7) {
                YearMonth month = YearMonth.parse(code);
                return new PeriodChoice(
                        code, month.atDay(1), month.plusMonths(1).atDay(1), false);
            }
            LocalDate day = LocalDate.parse(code);
            return new PeriodChoice(code, day, day.plusDays(1), false);
        } catch (DateTimeParseException wrong) {
            throw Problem.invalid("problem.usage.period", code);
        }
    }

    /** Days of usage, the last one left out. */
    public static PeriodChoice days(LocalDate from, LocalDate to) {
        return new PeriodChoice(from + "/" + to.minusDays(1), from, to, true);
    }

    /** A period, or {@code first day/last day}. */
    static PeriodChoice ofDaysToo(String code) {
        int slash = code.indexOf('/');
        if (slash < 0) {
            return of(code);
        }
        try {
            LocalDate first = LocalDate.parse(code.substring(0, slash));
            LocalDate last = LocalDate.parse(code.substring(slash + 1));
            if (!last.isBefore(first)) {
                return days(first, last.plusDays(1));
            }
        } catch (DateTimeParseException wrong) {
            // answered below
        }
        throw Problem.invalid("problem.usage.period", code);
    }

    /** {@code 202409} or {@code 20240905}, for file names. */
    public String digits() {
        return code.replace("-", "").replace('/', '-');
    }
}
