package io.factuur.usage.ui;

import com.vaadin.flow.component.UI;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.KeyFigure;
import io.factuur.usage.Costs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/** This month so far, against the same days of last month, and last month as a whole. Months are in UTC. */
class MonthToDate {

    private final Costs costs;
    private final LocalDate today;
    private final YearMonth month;
    private final Formats formats = Formats.here();

    MonthToDate(Costs costs, Clock clock) {
        this.costs = costs;
        this.today = LocalDate.now(clock);
        this.month = YearMonth.from(today);
    }

    KeyFigure show(long scope, Person person) {
        LocalDate from = month.atDay(1);
        LocalDate to = today.plusDays(1);
        List<Money> now = costs.between(scope, from, to, person);
        LocalDate lastFrom = from.minusMonths(1);
        LocalDate lastTo = lastFrom.plusDays(Math.min(today.getDayOfMonth(), lastFrom.lengthOfMonth()));
        KeyFigure figure = new KeyFigure(text("costs.month-to-date"), words(now));
        figure.detail(compare(now, costs.between(scope, lastFrom, lastTo, person)));
        costs.lastDay(scope, from, to, person).ifPresent(day -> figure.detail(text("costs.until", formats.date(day))));
        return figure;
    }

    KeyFigure showLast(long scope, Person person) {
        YearMonth last = month.minusMonths(1);
        return new KeyFigure(
                        text("costs.last-month"), words(costs.between(scope, last.atDay(1), month.atDay(1), person)))
                .detail(formats.month(last));
    }

    private String compare(List<Money> now, List<Money> before) {
        boolean comparable = now.size() == 1
                && before.size() == 1
                && now.getFirst().currency().equals(before.getFirst().currency())
                && before.getFirst().value().signum() > 0;
        if (!comparable) {
            return text("costs.no-comparison");
        }
        BigDecimal was = before.getFirst().value();
        BigDecimal percent = now.getFirst()
                .value()
                .subtract(was)
                .multiply(BigDecimal.valueOf(100))
                .divide(was, 0, RoundingMode.HALF_UP);
        return switch (percent.signum()) {
            case 0 -> text("costs.same");
            case 1 -> text("costs.more", percent);
            default -> text("costs.less", percent.negate());
        };
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
