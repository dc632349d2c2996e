package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.factuur.invoice.InvoiceChange.Point;
import io.factuur.shared.BillingPeriod;
import io.factuur.ui.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.TextStyle;
import java.util.List;
import java.util.function.Function;

/** A bar for each period: upwards from the line of nothing, or downwards where more was given back than charged. */
class ChangeBars extends Div {

    private final BigDecimal lowest;
    private final BigDecimal range;

    /** @param current the point that is filled; those before it are hatched */
    ChangeBars(List<Point> points, Point current, Function<BigDecimal, String> money) {
        lowest = points.stream().map(Point::charges).reduce(BigDecimal.ZERO, BigDecimal::min);
        range = points.stream()
                .map(Point::charges)
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .subtract(lowest);
        addClassNames("bars", "change-bars");
        getStyle().set("--zero", share(lowest.negate()));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", getTranslation("invoice.change.chart", points.size()));
        points.forEach(point -> add(bar(point, point.equals(current), money.apply(point.charges()))));
    }

    private Div bar(Point point, boolean current, String money) {
        boolean below = point.charges().signum() < 0;
        Div fill = new Div();
        fill.addClassName("bar-fill");
        fill.setClassName("below", below);
        fill.getStyle().set("--share", share(point.charges().abs()));
        fill.getStyle().set("--base", share((below ? point.charges() : BigDecimal.ZERO).subtract(lowest)));
        Span label = new Span(label(point.period()));
        label.addClassName("bar-label");
        Div bar = new Div(fill, label);
        bar.addClassName("bar");
        bar.setClassName("unfinished", !current);
        bar.setTitle(Formats.here().period(point.period()) + ": " + money);
        return bar;
    }

    /** A month by its name, another period by its first day. */
    private String label(BillingPeriod period) {
        return period.isCalendarMonth()
                ? period.start().getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, getLocale())
                : Formats.here().day(period.start());
    }

    private String share(BigDecimal value) {
        return range.signum() == 0
                ? "0%"
                : value.movePointRight(2).divide(range, 1, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
