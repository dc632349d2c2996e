package io.factuur.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.factuur.shared.Money;
import io.factuur.ui.FileButton;
import io.factuur.ui.Formats;
import io.factuur.usage.CostSlice;
import io.factuur.usage.Dimension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/** Bars with their figures: what it cost, what it cost before, what changed, and the rows behind it. */
class SliceTable extends NativeTable {

    private final Formats formats = Formats.here();
    private final Dimension by;

    /** @param rows makes the button that downloads the rows behind a bar; none where that is not allowed */
    SliceTable(Dimension by, List<CostSlice> slices, BigDecimal highest, List<Function<CostSlice, FileButton>> rows) {
        this.by = by;
        addClassNames("data-table", "slices");
        NativeTableRow head = new NativeTableRow();
        head.add(header(getTranslation(by.labelKey()), false));
        if (by != Dimension.DAY) {
            head.add(header(getTranslation("analysis.share"), false));
        }
        head.add(
                header(getTranslation("costs.cost"), true),
                header(getTranslation("analysis.before"), true),
                header(getTranslation("analysis.change"), true));
        if (!rows.isEmpty()) {
            head.add(header(getTranslation("analysis.rows"), false));
        }
        getHead().add(head);
        slices.forEach(slice -> getBody().add(row(slice, highest, rows)));
    }

    private NativeTableRow row(CostSlice slice, BigDecimal highest, List<Function<CostSlice, FileButton>> rows) {
        NativeTableRow row = new NativeTableRow();
        row.add(cell(new Text(name(slice)), false));
        if (by != Dimension.DAY) {
            row.add(cell(bar(slice, highest), false));
        }
        row.add(
                cell(new Text(money(slice, slice.cost())), true),
                cell(new Text(money(slice, slice.before())), true),
                cell(new Text(change(slice)), true));
        rows.forEach(button -> row.add(cell(button.apply(slice), false)));
        return row;
    }

    private String name(CostSlice slice) {
        if (slice.label().isEmpty()) {
            return getTranslation("analysis.none-of-it");
        }
        return by == Dimension.DAY ? formats.date(LocalDate.parse(slice.label())) : slice.label();
    }

    /** Filled for now, an outline for before. A root of its own, because only what is inside is read as SVG. */
    private static Html bar(CostSlice slice, BigDecimal highest) {
        return new Html(
                "<div><svg class=\"slice-bar\" aria-hidden=\"true\" viewBox=\"0 0 200 14\" preserveAspectRatio=\"none\">"
                        + "<rect class=\"chart-before\" x=\"0\" y=\"1\" height=\"12\" width=\""
                        + width(slice.before(), highest)
                        + "\"/><rect class=\"chart-now\" x=\"0\" y=\"4\" height=\"6\" width=\""
                        + width(slice.cost(), highest)
                        + "\"/></svg></div>");
    }

    private static String width(BigDecimal value, BigDecimal highest) {
        return value.signum() <= 0
                ? "0"
                : value.multiply(BigDecimal.valueOf(200))
                        .divide(highest, 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private String change(CostSlice slice) {
        BigDecimal change = slice.change();
        String sign = change.signum() > 0 ? "+" : "";
        if (slice.before().signum() <= 0) {
            return slice.before().signum() == 0 && change.signum() != 0
                    ? sign + money(slice, change) + " · " + getTranslation("analysis.new")
                    : sign + money(slice, change);
        }
        BigDecimal percent = change.multiply(BigDecimal.valueOf(100)).divide(slice.before(), 0, RoundingMode.HALF_UP);
        return sign + money(slice, change) + " · " + sign + percent.toPlainString() + "\u00a0%";
    }

    private String money(CostSlice slice, BigDecimal value) {
        return formats.money(new Money(Currency.getInstance(slice.currency()), value));
    }

    private static NativeTableHeaderCell header(String text, boolean number) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("number", number);
        return cell;
    }

    private static NativeTableCell cell(Component content, boolean number) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        cell.setClassName("number", number);
        return cell;
    }
}
