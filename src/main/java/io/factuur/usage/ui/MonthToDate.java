package io.factuur.usage.ui;

import com.vaadin.flow.component.UI;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.KeyFigure;
import io.factuur.usage.CostAnalysis;
import io.factuur.usage.Costs;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * This month so far, against the same days of last month up to the last one with usage, with what it will probably come to,
 * and last month as a whole. Months are in UTC.
 */
class MonthToDate {

    private final Costs costs;
    private final CostAnalysis analysis;
    private final LocalDate today;
    private final YearMonth month;
    private final Formats formats = Formats.here();

    MonthToDate(Costs costs, CostAnalysis analysis, Clock clock) {
        this.costs = costs;
        this.analysis = analysis;
        this.today = LocalDate.now(clock);
        this.month = YearMonth.from(today);
    }

    KeyFigure show(long scope, Person person) {
        LocalDate from = month.atDay(1);
        LocalDate to = today.plusDays(1);
        List<Money> now = costs.between(scope, from, to, person);
        KeyFigure figure = new KeyFigure(text("costs.month-to-date"), words(now)).to(CostPages.month(scope, month));
        Optional<LocalDate> last = costs.lastDay(scope, from, to, person);
        last.ifPresent(day -> {
            List<Money> before = before(scope, day, person);
            now.forEach(sum -> figure.detail(of(sum, now, compare(sum, before))));
        });
        now.forEach(sum -> analysis.forecast(scope, sum.currency(), month, person)
                .ifPresent(end -> figure.detail(text(
                        "costs.expected",
                        formats.money(end.expected()),
                        formats.money(end.low()),
                        formats.money(end.high())))));
        last.ifPresent(day -> figure.detail(text("costs.until", formats.date(day))));
        return figure;
    }

    /** Says which currency it is about, where there are several. */
    private static String of(Money sum, List<Money> all, String words) {
        return all.size() == 1 ? words : sum.currency().getCurrencyCode() + ": " + words;
    }

    /** What the days up to this one cost last month; days that have no usage yet would be an unfair comparison. */
    private List<Money> before(long scope, LocalDate lastWithUsage, Person person) {
        LocalDate from = month.minusMonths(1).atDay(1);
        LocalDate to = from.plusDays(Math.min(lastWithUsage.getDayOfMonth(), from.lengthOfMonth()));
        return costs.between(scope, from, to, person);
    }

    KeyFigure showLast(long scope, Person person) {
        YearMonth last = month.minusMonths(1);
        return new KeyFigure(
                        text("costs.last-month"), words(costs.between(scope, last.atDay(1), month.atDay(1), person)))
                .to(CostPages.month(scope, last))
                .detail(formats.month(last));
    }

    private static String compare(Money now, List<Money> before) {
        return before.stream()
                .filter(sum -> sum.currency().equals(now.currency()))
                .findFirst()
                .map(sum -> Change.words(now, sum))
                .orElseGet(() -> text("costs.no-comparison"));
    }

    private String words(List<Money> amounts) {
        return amounts.isEmpty()
                ? text("costs.none")
                : amounts.stream().map(formats::money).collect(Collectors.joining(" + "));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
