package io.factuur.usage.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.factuur.ui.DayField;
import io.factuur.usage.CostSpan;
import io.factuur.usage.Dimension;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What to tell the charges apart by, and of which days. */
class CostControls extends Div {

    private final Consumer<CostQuery> changed;
    private CostQuery query;

    final Select<Dimension> by = new Select<>();
    final ComboBox<String> tag = new ComboBox<>();
    final DayField from = new DayField();
    final DayField to = new DayField();

    CostControls(CostQuery query, Supplier<List<String>> tags, Consumer<CostQuery> changed) {
        this.query = query;
        this.changed = changed;
        addClassName("toolbar");
        by.setLabel(getTranslation("analysis.by"));
        by.setItems(Dimension.values());
        by.setItemLabelGenerator(item -> getTranslation(item.labelKey()));
        by.setValue(query.by());
        tag.setLabel(getTranslation("dimension.TAG"));
        tag.setVisible(query.by() == Dimension.TAG);
        if (query.by() == Dimension.TAG) {
            tag.setItems(tags.get());
            tag.setValue(query.tag().isEmpty() ? null : query.tag());
        }
        day(from, "analysis.from", query.span().from());
        day(to, "analysis.to", query.span().to().minusDays(1));
        by.addValueChangeListener(chosen -> change(this.query.by(chosen.getValue())));
        tag.addValueChangeListener(
                chosen -> change(this.query.tag(chosen.getValue() == null ? "" : chosen.getValue())));
        from.addValueChangeListener(chosen -> days());
        to.addValueChangeListener(chosen -> days());
        add(by, tag, from, to);
    }

    private void day(DayField picker, String label, LocalDate value) {
        picker.setLabel(getTranslation(label));
        picker.setValue(value);
        picker.setWidth("10rem");
    }

    private void days() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (first != null && last != null && !last.isBefore(first)) {
            change(query.span(new CostSpan(first, last.plusDays(1))));
        }
    }

    private void change(CostQuery wanted) {
        query = wanted;
        changed.accept(wanted);
    }
}
