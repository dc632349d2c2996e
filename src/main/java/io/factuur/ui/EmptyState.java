package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where there is nothing to show yet: what it would be, why it is not there, and the next step. */
public class EmptyState extends Div {

    /** A next step that is a page: a link that looks like a button. */
    public static Anchor step(String path, String words) {
        Anchor step = new Anchor(path, words);
        step.getElement().setAttribute("router-link", true);
        step.addClassName("button-link");
        return step;
    }

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
