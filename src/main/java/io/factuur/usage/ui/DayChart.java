package io.factuur.usage.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.usage.CostForecast;
import io.factuur.usage.CostSlice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/**
 * Cost by day as bars, drawn here: filled for the days asked for, an outline for those of the time before, hatched for what
 * is expected. Shape tells them apart, not colour; the figures are in the table below.
 */
class DayChart extends Div {

    private static final int STEP = 20;
    private static final int HEIGHT = 200;

    private final Formats formats = Formats.here();

    DayChart(List<CostSlice> days, Optional<CostForecast> forecast) {
        addClassName("day-chart");
        Currency currency = Currency.getInstance(days.getFirst().currency());
        Map<LocalDate, BigDecimal> expected = forecast.map(CostForecast::perDay).orElse(Map.of());
        BigDecimal highest = BigDecimal.ONE.movePointLeft(6);
        for (CostSlice day : days) {
            BigDecimal more = expected.getOrDefault(LocalDate.parse(day.item()), BigDecimal.ZERO);
            highest = highest.max(day.cost()).max(day.before()).max(more);
        }
        Span top = new Span(formats.money(new Money(currency, highest)));
        top.addClassNames("chart-top", "quiet");
        StringBuilder svg = new StringBuilder(
                        "<div><svg class=\"chart\" role=\"img\" preserveAspectRatio=\"none\" viewBox=\"0 0 ")
                .append(days.size() * STEP)
                .append(' ')
                .append(HEIGHT)
                .append("\" aria-label=\"")
                .append(HtmlUtils.htmlEscape(getTranslation("analysis.chart")))
                .append(
                        "\"><defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                                + "patternTransform=\"rotate(45)\"><rect class=\"hatch\" width=\"2\" height=\"6\"/></pattern></defs>");
        int x = 0;
        for (CostSlice day : days) {
            draw(svg, x, day, expected.getOrDefault(LocalDate.parse(day.item()), BigDecimal.ZERO), highest);
            x += STEP;
        }
        add(top, new Html(svg.append("</svg></div>").toString()), axis(days), legend(!expected.isEmpty()));
    }

    private void draw(StringBuilder svg, int x, CostSlice day, BigDecimal expected, BigDecimal highest) {
        Currency currency = Currency.getInstance(day.currency());
        svg.append("<g><title>")
                .append(HtmlUtils.htmlEscape(formats.date(LocalDate.parse(day.item())) + ": "
                        + formats.money(new Money(currency, day.cost())) + " ("
                        + formats.money(new Money(currency, day.before())) + ")"))
                .append("</title>");
        bar(svg, "before", x + 1, STEP - 2, day.before(), highest);
        bar(svg, "now", x + 4, STEP - 8, day.cost(), highest);
        bar(svg, "expected", x + 4, STEP - 8, expected, highest);
        svg.append("</g>");
    }

    private static void bar(StringBuilder svg, String kind, int x, int width, BigDecimal value, BigDecimal highest) {
        if (value.signum() > 0) {
            BigDecimal height = value.multiply(BigDecimal.valueOf(HEIGHT)).divide(highest, 1, RoundingMode.HALF_UP);
            svg.append("<rect class=\"chart-")
                    .append(kind)
                    .append("\" x=\"")
                    .append(x)
                    .append("\" width=\"")
                    .append(width)
                    .append("\" y=\"")
                    .append(BigDecimal.valueOf(HEIGHT).subtract(height))
                    .append("\" height=\"")
                    .append(height)
                    .append(kind.equals("expected") ? "\" fill=\"url(#hatch)\"/>" : "\"/>");
        }
    }

    private Div axis(List<CostSlice> days) {
        Div axis = new Div();
        axis.addClassNames("chart-axis", "quiet");
        axis.add(new Span(formats.date(LocalDate.parse(days.getFirst().item()))));
        axis.add(new Span(formats.date(LocalDate.parse(days.getLast().item()))));
        return axis;
    }

    private Div legend(boolean withForecast) {
        Div legend = new Div();
        legend.addClassNames("chart-legend", "quiet");
        legend.add(key("now"), key("before"));
        if (withForecast) {
            legend.add(key("expected"));
        }
        return legend;
    }

    private Span key(String kind) {
        Span mark = new Span();
        mark.addClassNames("chart-mark", "chart-mark-" + kind);
        return new Span(mark, new Span(getTranslation("analysis.legend." + kind)));
    }
}
