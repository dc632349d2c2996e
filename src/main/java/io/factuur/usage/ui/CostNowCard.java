package io.factuur.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Texts;
import io.factuur.ui.DataTable;
import io.factuur.ui.Formats;
import io.factuur.ui.HomeCard;
import io.factuur.ui.KeyFigure;
import io.factuur.ui.LinkedRows;
import io.factuur.usage.CostSlice;
import io.factuur.usage.CostsNow;
import io.factuur.usage.CostsNow.Now;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** This month so far and whether that is normal: against the same days last month, and where it will probably end. */
@org.springframework.stereotype.Component
class CostNowCard implements HomeCard {

    private static final int CURRENCIES = 3;
    private static final int SCOPES = 5;

    private final CostsNow costs;

    CostNowCard(CostsNow costs) {
        this.costs = costs;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> show(Person person) {
        List<Now> all = costs.list(person).stream()
                .filter(now -> now.soFar().value().signum() != 0
                        || now.lastMonth().value().signum() != 0)
                .limit(CURRENCIES)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Anchor more = new Anchor("billing", text("home.cost.more"));
        more.getElement().setAttribute("router-link", true);
        Div head = new Div(
                new H2(text(
                        "home.cost", Formats.here().monthWithin(all.getFirst().month()))),
                more);
        head.addClassName("card-head");
        Section card = new Section(head);
        card.addClassName("card");
        all.forEach(now -> {
            card.add(figures(now));
            if (now.scopes().size() > 1) {
                card.add(rows(now));
            }
        });
        all.stream().filter(now -> !now.days().isEmpty()).findFirst().ifPresent(now -> {
            List<CostSlice> days = slices(now);
            card.add(new DayChart(days, now.forecast()), new Details(text("costs.as-table"), table(days)));
        });
        return Optional.of(card);
    }

    private static Div figures(Now now) {
        Formats formats = Formats.here();
        KeyFigure soFar = new KeyFigure(text("costs.month-to-date"), formats.money(now.soFar()));
        if (now.scopes().size() == 1) {
            soFar.to(CostPages.month(now.scopes().getFirst().scopeId(), now.month()));
        }
        Div figures = new Div(soFar.detail(normal(now)));
        figures.addClassName("key-figures");
        now.forecast()
                .ifPresent(expected -> figures.add(new KeyFigure(
                                text("analysis.forecast"), formats.money(expected.expected()))
                        .detail(text("analysis.band", formats.money(expected.low()), formats.money(expected.high())))));
        return figures;
    }

    private static LinkedRows rows(Now now) {
        LinkedRows rows = new LinkedRows(text("home.cost.rows"));
        now.scopes().stream()
                .limit(SCOPES)
                .forEach(part -> rows.add(
                        CostPages.month(part.scopeId(), now.month()),
                        part.scopeName(),
                        "",
                        Formats.here().money(part.soFar())));
        return rows;
    }

    private static String normal(Now now) {
        Money same = now.sameDays();
        if (same == null || same.value().signum() <= 0) {
            return text("home.cost.last-month", Formats.here().money(now.lastMonth()));
        }
        return Change.words(now.soFar(), same);
    }

    private static List<CostSlice> slices(Now now) {
        String currency = now.soFar().currency().getCurrencyCode();
        return IntStream.rangeClosed(1, now.month().lengthOfMonth())
                .mapToObj(day -> {
                    LocalDate date = now.month().atDay(day);
                    LocalDate before = now.month().minusMonths(1).atDay(1).plusDays(day - 1L);
                    boolean there = before.isBefore(now.month().atDay(1));
                    return new CostSlice(
                            date.toString(),
                            "",
                            currency,
                            now.days().getOrDefault(date, BigDecimal.ZERO),
                            there ? now.days().getOrDefault(before, BigDecimal.ZERO) : BigDecimal.ZERO);
                })
                .toList();
    }

    private static DataTable table(List<CostSlice> days) {
        Formats formats = Formats.here();
        DataTable table = new DataTable(text("home.cost.day"))
                .withNumber(text("analysis.legend.now"))
                .withNumber(text("analysis.legend.before"));
        java.util.Currency currency =
                java.util.Currency.getInstance(days.getFirst().currency());
        days.forEach(day -> table.row(
                formats.date(LocalDate.parse(day.item())),
                formats.money(new Money(currency, day.cost())),
                formats.money(new Money(currency, day.before()))));
        return table;
    }

    private static String text(String key, Object... arguments) {
        return Texts.get(UI.getCurrent().getLocale(), key, arguments);
    }
}
