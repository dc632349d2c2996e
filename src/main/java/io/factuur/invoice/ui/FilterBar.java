package io.factuur.invoice.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.factuur.invoice.InvoiceQuery.Filter;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What restricts a list of invoices. */
class FilterBar extends Div {

    private static final int MONTHS = 60;

    final TextField text = new TextField();
    final ComboBox<InvoiceStatus> status = new ComboBox<>();
    final ComboBox<YearMonth> from = new ComboBox<>();
    final ComboBox<YearMonth> to = new ComboBox<>();
    final BigDecimalField least = new BigDecimalField();
    final BigDecimalField most = new BigDecimalField();
    private final Consumer<Filter> changed;

    FilterBar(Filter filter, YearMonth latest, Consumer<Filter> changed) {
        this.changed = changed;
        addClassNames("toolbar", "filter-bar");
        text.setPlaceholder(getTranslation("invoices.filter"));
        text.setAriaLabel(getTranslation("invoices.filter"));
        text.setPrefixComponent(Icons.of("filter"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValue(filter.text());
        status.setItems(InvoiceStatus.values());
        status.setItemLabelGenerator(value -> getTranslation(value.labelKey()));
        describe(status, "invoices.status");
        status.setValue(filter.status());
        List<YearMonth> months = Stream.iterate(latest, month -> month.minusMonths(1))
                .limit(MONTHS)
                .toList();
        month(from, months, "invoices.from", filter.from());
        month(to, months, "invoices.to", filter.to());
        amount(least, "invoices.least");
        amount(most, "invoices.most");
        least.setValue(filter.least());
        most.setValue(filter.most());
        text.addValueChangeListener(change -> tell());
        status.addValueChangeListener(change -> tell());
        from.addValueChangeListener(change -> tell());
        to.addValueChangeListener(change -> tell());
        least.addValueChangeListener(change -> tell());
        most.addValueChangeListener(change -> tell());
        add(text, status, from, to, least, most);
    }

    private void month(ComboBox<YearMonth> box, List<YearMonth> months, String key, YearMonth value) {
        List<YearMonth> offered = value == null || months.contains(value)
                ? months
                : Stream.concat(months.stream(), Stream.of(value)).toList();
        box.setItems(offered);
        box.setItemLabelGenerator(Formats.here()::month);
        describe(box, key);
        box.setValue(value);
    }

    private void describe(ComboBox<?> box, String key) {
        box.setPlaceholder(getTranslation(key));
        box.setAriaLabel(getTranslation(key));
        box.setClearButtonVisible(true);
    }

    private void amount(BigDecimalField field, String key) {
        field.setPlaceholder(getTranslation(key));
        field.setAriaLabel(getTranslation(key));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setClearButtonVisible(true);
    }

    private void tell() {
        changed.accept(new Filter(
                text.getValue().strip(),
                status.getValue(),
                from.getValue(),
                to.getValue(),
                least.getValue(),
                most.getValue()));
    }
}
