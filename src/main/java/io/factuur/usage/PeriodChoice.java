package io.factuur.usage;

import io.factuur.shared.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * The billing periods that start in {@code [from, to)}: those of a month, or the one that starts on a day.
 *
 * @param code as asked for, {@code yyyy-MM} or {@code yyyy-MM-dd}
 */
public record PeriodChoice(String code, LocalDate from, LocalDate to) {

    /** @throws Problem when the text is neither a month nor a day */
    public static PeriodChoice of(String code) {
        try {
            if (code.length() == 7) {
                YearMonth month = YearMonth.parse(code);
                return new PeriodChoice(
                        code, month.atDay(1), month.plusMonths(1).atDay(1));
            }
            LocalDate day = LocalDate.parse(code);
            return new PeriodChoice(code, day, day.plusDays(1));
        } catch (DateTimeParseException wrong) {
            throw Problem.invalid("problem.usage.period", code);
        }
    }

    /** {@code 202409} or {@code 20240905}, for file names. */
    public String digits() {
        return code.replace("-", "");
    }
}
