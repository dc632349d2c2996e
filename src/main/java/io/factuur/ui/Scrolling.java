package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A frame for a table that may be wider than the screen: it scrolls sideways, with the keyboard, too. */
public class Scrolling extends Div {

    /** @param label what is in it, for whoever does not see it */
    public Scrolling(String label, Component wide) {
        addClassName("scrolls");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", label);
        add(wide);
    }
}
