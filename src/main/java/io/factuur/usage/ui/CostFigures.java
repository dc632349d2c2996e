package io.factuur.usage.ui;

import com.vaadin.flow.component.html.Div;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.KeyFigure;
import io.factuur.usage.CostForecast;
import io.factuur.usage.CostSlice;
import io.factuur.usage.CostSpan;
import io.factuur.usage.Costs;
import io.factuur.usage.Dimension;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The sum, the sum before, and for the month that runs where it will end. */
class CostFigures extends Div {

    /** @param before what the time before came to, where the slices do not have all of it */
    CostFigures(Currency currency, List<CostSlice> slices, Optional<Money> before, Optional<CostForecast> forecast) {
        addClassName("key-figures");
        Formats formats = Formats.here();
        add(new KeyFigure(getTranslation("analysis.total"), formats.money(sum(currency, slices, CostSlice::cost))));
        add(new KeyFigure(
                getTranslation("analysis.before"),
                formats.money(before.orElseGet(() -> sum(currency, slices, CostSlice::before)))));
        forecast.ifPresent(
                expected -> add(new KeyFigure(getTranslation("analysis.forecast"), formats.money(expected.expected()))
                        .detail(getTranslation(
                                "analysis.band", formats.money(expected.low()), formats.money(expected.high())))));
    }

    /** Day by day, a longer month before has days that stand beside none of these; they cost something all the same. */
    static Optional<Money> before(Costs costs, long scope, CostQuery query, Currency currency, Person person) {
        if (query.by() != Dimension.DAY) {
            return Optional.empty();
        }
        CostSpan before = query.span().before();
        return costs.between(scope, before.from(), before.to(), person).stream()
                .filter(cost -> cost.currency().equals(currency))
                .findFirst();
    }

    private static Money sum(Currency currency, List<CostSlice> slices, Function<CostSlice, BigDecimal> what) {
        return new Money(currency, slices.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
