package io.factuur.usage.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.DataTable;
import io.factuur.ui.Formats;
import io.factuur.usage.Costs;
import io.factuur.usage.Costs.MonthCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last year that had usage, month by month as bars, and the same figures in a table. A row of bars per currency. */
class CostByMonth extends Div {

    private static final int MONTHS = 13;

    private final Formats formats = Formats.here();
    private final YearMonth now;

    CostByMonth(Costs costs, Clock clock, long scope, Person person) {
        addClassNames("card", "wide");
        LocalDate today = LocalDate.now(clock);
        now = YearMonth.from(today);
        YearMonth last = costs.lastDay(scope, LocalDate.EPOCH, today.plusDays(1), person)
                .map(YearMonth::from)
                .orElse(now);
        YearMonth first = last.minusMonths(MONTHS - 1L);
        List<MonthCost> found = costs.byMonth(scope, first, last, person);
        add(new H2(getTranslation("costs.by-month")));
        List<YearMonth> months = Stream.iterate(first, month -> month.plusMonths(1))
                .limit(MONTHS)
                .toList();
        found.stream()
                .map(cost -> cost.cost().currency())
                .distinct()
                .forEach(currency -> add(bars(
                        months,
                        found.stream()
                                .filter(cost -> cost.cost().currency().equals(currency))
                                .toList())));
        if (found.isEmpty()) {
            Span none = new Span(getTranslation("costs.none-in-year"));
            none.addClassName("quiet");
            add(none);
        } else {
            if (last.equals(now)) {
                add(legend());
            }
            add(table(scope, found));
        }
    }

    private Div bars(List<YearMonth> months, List<MonthCost> costs) {
        BigDecimal highest = costs.stream()
                .map(cost -> cost.cost().value())
                .max(BigDecimal::compareTo)
                .orElseThrow();
        Div chart = new Div();
        chart.addClassName("bars");
        chart.getElement().setAttribute("role", "img");
        chart.getElement().setAttribute("aria-label", getTranslation("costs.by-month.chart", range(costs)));
        for (YearMonth month : months) {
            Optional<Money> cost = costs.stream()
                    .filter(found -> found.month().equals(month))
                    .map(MonthCost::cost)
                    .findFirst();
            chart.add(bar(month, cost, highest));
        }
        return chart;
    }

    private Div bar(YearMonth month, Optional<Money> cost, BigDecimal highest) {
        Div fill = new Div();
        fill.addClassName("bar-fill");
        fill.getStyle().set("--share", share(cost, highest) + "%");
        Span label = new Span(month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
        label.addClassName("bar-label");
        Div bar = new Div(fill, label);
        bar.addClassName("bar");
        bar.setClassName("unfinished", month.equals(now));
        bar.setTitle(formats.month(month) + ": " + cost.map(formats::money).orElse("–"));
        return bar;
    }

    private static String share(Optional<Money> cost, BigDecimal highest) {
        return cost.filter(money -> highest.signum() > 0 && money.value().signum() > 0)
                .map(money -> money.value()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(highest, 1, RoundingMode.HALF_UP)
                        .toPlainString())
                .orElse("0");
    }

    private String range(List<MonthCost> costs) {
        return formats.monthWithin(costs.getFirst().month()) + " – "
                + formats.monthWithin(costs.getLast().month());
    }

    private Span legend() {
        Span mark = new Span();
        mark.addClassNames("chart-mark", "chart-mark-unfinished");
        Span legend = new Span(mark, new Span(getTranslation("costs.so-far", formats.month(now))));
        legend.addClassNames("chart-legend", "quiet");
        return legend;
    }

    private Details table(long scope, List<MonthCost> costs) {
        DataTable table = new DataTable(getTranslation("costs.month")).withNumber(getTranslation("costs.cost"));
        costs.reversed().forEach(cost -> {
            Anchor month = new Anchor(CostPages.month(scope, cost.month()), formats.month(cost.month()));
            month.getElement().setAttribute("router-link", true);
            table.row(month, new Text(formats.money(cost.cost())));
        });
        return new Details(getTranslation("costs.as-table"), table);
    }
}
