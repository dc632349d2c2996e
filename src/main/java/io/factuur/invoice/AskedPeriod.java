package io.factuur.invoice;

import io.factuur.agreement.Agreement;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A period as programs and addresses name it: {@code yyyy-MM} for what starts in a calendar month, {@code yyyy-MM-dd}
 * for what starts on that day.
 *
 * @param from first day that the period may start on
 * @param to the day after the last
 */
public record AskedPeriod(String code, LocalDate from, LocalDate to) {

    /** @throws Problem when it is neither */
    public static AskedPeriod parse(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(text);
                return new AskedPeriod(text, month.atDay(1), month.plusMonths(1).atDay(1));
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                LocalDate day = LocalDate.parse(text);
                return new AskedPeriod(text, day, day.plusDays(1));
            }
        } catch (DateTimeException noSuchDay) {
            throw Problem.invalid("problem.period", text);
        }
        throw Problem.invalid("problem.period", text);
    }

    /** The period meant for a scope that was created on a day; none when no period of it starts then. */
    Optional<BillingPeriod> under(Agreement terms, LocalDate since) {
        BillingPeriod period = terms.periodOf(to.minusDays(1), since);
        return period.start().isBefore(from) ? Optional.empty() : Optional.of(period);
    }
}
