package io.factuur.invoice.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import io.factuur.invoice.Availabilities;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Above a list of invoices: why there is none for a month that one looks for in vain. */
class MissingMonth extends NativeDetails {

    private static final int MONTHS = 36;

    private final long scopeId;
    private final YearMonth latest;
    private final Availabilities availabilities;
    private final Person person;
    private final Div answer = new Div();
    private @Nullable ComboBox<YearMonth> month;

    /** @param latest the month that runs */
    MissingMonth(long scopeId, YearMonth latest, Availabilities availabilities, Person person) {
        this.scopeId = scopeId;
        this.latest = latest;
        this.availabilities = availabilities;
        this.person = person;
        addClassName("missing-month");
        setSummaryText(getTranslation("invoices.missing"));
        getElement().addEventListener("toggle", toggled -> month());
    }

    /** Answers for a month without being asked, where the list stands empty. */
    void ask(YearMonth about) {
        setOpen(true);
        month().setValue(about);
    }

    /** Which month it is about; not there before somebody opens it. */
    ComboBox<YearMonth> month() {
        if (month == null) {
            month = new ComboBox<>(getTranslation("invoices.missing.month"));
            month.setItems(Stream.iterate(latest, one -> one.minusMonths(1))
                    .limit(MONTHS)
                    .toList());
            month.setItemLabelGenerator(Formats.here()::month);
            month.addValueChangeListener(chosen -> answer(chosen.getValue()));
            getElement().appendChild(month.getElement(), answer.getElement());
        }
        return month;
    }

    private void answer(@Nullable YearMonth about) {
        answer.removeAll();
        if (about != null) {
            answer.add(new WhyNot(availabilities.at(scopeId, about.toString(), person)));
        }
    }
}
