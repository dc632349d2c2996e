package io.factuur.invoice.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.factuur.invoice.InvoiceQuery.Filter;
import io.factuur.ui.Formats;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What few restrict a list of invoices by: months and totals. */
class FurtherFilters extends Div {

    private static final int MONTHS = 60;

    final ComboBox<YearMonth> from;
    final ComboBox<YearMonth> to;
    final BigDecimalField least = amount("invoices.least");
    final BigDecimalField most = amount("invoices.most");

    FurtherFilters(Filter filter, YearMonth latest, Runnable changed) {
        List<YearMonth> months = Stream.iterate(latest, month -> month.minusMonths(1))
                .limit(MONTHS)
                .toList();
        from = month("invoices.from", months, filter.from());
        to = month("invoices.to", months, filter.to());
        least.setValue(filter.least());
        most.setValue(filter.most());
        from.addValueChangeListener(change -> changed.run());
        to.addValueChangeListener(change -> changed.run());
        least.addValueChangeListener(change -> changed.run());
        most.addValueChangeListener(change -> changed.run());
        addClassName("further-filters");
        add(from, to, least, most);
    }

    static boolean areAskedFor(Filter filter) {
        return filter.from() != null || filter.to() != null || filter.least() != null || filter.most() != null;
    }

    private ComboBox<YearMonth> month(String key, List<YearMonth> months, @Nullable YearMonth value) {
        List<YearMonth> offered = value == null || months.contains(value)
                ? months
                : Stream.concat(months.stream(), Stream.of(value)).toList();
        ComboBox<YearMonth> box = new ComboBox<>();
        box.setItems(offered);
        box.setItemLabelGenerator(Formats.here()::month);
        box.setPlaceholder(getTranslation(key));
        box.setAriaLabel(getTranslation(key));
        box.setClearButtonVisible(true);
        box.setValue(value);
        return box;
    }

    private BigDecimalField amount(String key) {
        BigDecimalField field = new BigDecimalField();
        field.setPlaceholder(getTranslation(key));
        field.setAriaLabel(getTranslation(key));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setClearButtonVisible(true);
        return field;
    }
}
