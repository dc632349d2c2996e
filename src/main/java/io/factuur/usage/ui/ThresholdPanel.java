package io.factuur.usage.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.ui.Badge;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;
import io.factuur.usage.CostThreshold;
import io.factuur.usage.CostThresholds;

/** Amounts of a month at which the person who looks wants a mail. */
class ThresholdPanel extends Div {

    private final CostThresholds thresholds;
    private final Scope scope;
    private final Person person;
    private final Div list = new Div();

    final BigDecimalField amount = new BigDecimalField();
    final Button add = new Button();

    ThresholdPanel(CostThresholds thresholds, Scope scope, Person person) {
        this.thresholds = thresholds;
        this.scope = scope;
        this.person = person;
        addClassNames("card", "wide");
        amount.setLabel(getTranslation("threshold.amount", scope.currency().getCurrencyCode()));
        amount.setLocale(getLocale());
        add.setText(getTranslation("threshold.add"));
        add.addClickListener(click -> create());
        add.addClickShortcut(Key.ENTER).listenOn(amount);
        Div form = new Div(amount, add);
        form.addClassNames("toolbar", "threshold-form");
        list.addClassName("threshold-list");
        add(new H2(getTranslation("threshold.title")), new Paragraph(getTranslation("threshold.about")), list, form);
        show();
    }

    private void create() {
        if (amount.getValue() != null && Notices.attempt(() -> thresholds.add(scope.id(), amount.getValue(), person))) {
            amount.clear();
            show();
        }
    }

    private void show() {
        Formats formats = Formats.here();
        list.removeAll();
        for (CostThreshold threshold : thresholds.mine(scope.id(), person)) {
            Button remove = new Button(getTranslation("threshold.remove"), click -> {
                Notices.attempt(() -> thresholds.remove(scope.id(), threshold.id(), person));
                show();
            });
            remove.addThemeName("tertiary");
            Badge state = threshold.passed()
                    ? new Badge(Badge.Tone.WARN, getTranslation("threshold.passed"))
                    : new Badge(Badge.Tone.GOOD, getTranslation("threshold.below"));
            Div line = new Div(new Span(formats.money(threshold.amount())), state, remove);
            line.addClassName("threshold");
            list.add(line);
        }
    }
}
