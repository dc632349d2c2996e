package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where there is nothing to show yet: what it would be, why it is not there, and the next step. */
public class EmptyState extends Div {

    public EmptyState(String icon, String title, String text, Component... steps) {
        addClassName("empty-state");
        H2 heading = new H2(title);
        add(Icons.of(icon), heading, new Paragraph(text));
        if (steps.length > 0) {
            Div actions = new Div(steps);
            actions.addClassName("empty-state-actions");
            add(actions);
        }
    }
}
