package io.factuur.invoice.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.factuur.invoice.InvoiceQuery.Filter;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.ui.Icons;
import java.time.YearMonth;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What restricts a list of invoices; months and totals are there once somebody asks for them. */
class FilterBar extends Div {

    final TextField text = new TextField();
    final ComboBox<InvoiceStatus> status = new ComboBox<>();
    final NativeButton more = new NativeButton(getTranslation("invoices.more-filters"));
    private final YearMonth latest;
    private final Consumer<Filter> changed;
    private @Nullable FurtherFilters further;

    FilterBar(Filter filter, YearMonth latest, Consumer<Filter> changed) {
        this.latest = latest;
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
        status.setPlaceholder(getTranslation("invoices.status"));
        status.setAriaLabel(getTranslation("invoices.status"));
        status.setClearButtonVisible(true);
        status.setValue(filter.status());
        text.addValueChangeListener(change -> tell());
        status.addValueChangeListener(change -> tell());
        more.addClassName("button-link");
        more.getElement()
                .addEventListener("click", pressed -> showMore(Filter.NONE).from.focus());
        add(text, status, more);
        if (FurtherFilters.areAskedFor(filter)) {
            showMore(filter);
        }
    }

    private FurtherFilters showMore(Filter filter) {
        further = new FurtherFilters(filter, latest, this::tell);
        replace(more, further);
        return further;
    }

    private void tell() {
        changed.accept(new Filter(
                text.getValue().strip(),
                status.getValue(),
                further == null ? null : further.from.getValue(),
                further == null ? null : further.to.getValue(),
                further == null ? null : further.least.getValue(),
                further == null ? null : further.most.getValue()));
    }
}
