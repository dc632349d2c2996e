package io.factuur.usage.ui;

import com.vaadin.flow.component.html.Div;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.KeyFigure;
import io.factuur.usage.CostForecast;
import io.factuur.usage.CostSlice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The sum, the sum before, and for the month that runs where it will end. */
class CostFigures extends Div {

    CostFigures(Currency currency, List<CostSlice> slices, Optional<CostForecast> forecast) {
        addClassName("key-figures");
        Formats formats = Formats.here();
        add(new KeyFigure(getTranslation("analysis.total"), formats.money(sum(currency, slices, CostSlice::cost))));
        add(new KeyFigure(getTranslation("analysis.before"), formats.money(sum(currency, slices, CostSlice::before))));
        forecast.ifPresent(
                expected -> add(new KeyFigure(getTranslation("analysis.forecast"), formats.money(expected.expected()))
                        .detail(getTranslation(
                                "analysis.band", formats.money(expected.low()), formats.money(expected.high())))));
    }

    private static Money sum(Currency currency, List<CostSlice> slices, Function<CostSlice, BigDecimal> what) {
        return new Money(currency, slices.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
