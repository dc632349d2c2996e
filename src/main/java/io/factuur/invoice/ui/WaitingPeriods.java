package io.factuur.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.factuur.invoice.PeriodsToClose;
import io.factuur.invoice.PeriodsToClose.Waiting;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import java.util.List;
import java.util.function.Consumer;

/** Months with usage that wait for their invoices; choosing one fills in the form. */
class WaitingPeriods extends Div {

    private static final int MOST = 6;

    private final PeriodsToClose periods;
    private final Consumer<Waiting> choose;

    WaitingPeriods(PeriodsToClose periods, Consumer<Waiting> choose) {
        this.periods = periods;
        this.choose = choose;
        addClassNames("toolbar", "waiting-periods");
    }

    void refresh(Person person) {
        removeAll();
        List<Waiting> waiting = periods.lately(MOST, person);
        setVisible(!waiting.isEmpty());
        Span label = new Span(getTranslation("runs.waiting"));
        label.addClassName("quiet");
        add(label);
        for (Waiting period : waiting) {
            String text = period.accountName() + ", " + Formats.here().monthWithin(period.month());
            Button button = new Button(text, click -> choose.accept(period));
            button.addThemeName("small");
            add(button);
        }
    }
}
