package io.factuur.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/**
 * Pages, or parts of one, side by side; each has an address. They are links: Vaadin's own tabs put something that takes
 * the focus between the list and its tabs, where a screen reader does not expect it.
 */
public class PageTabs extends Nav {

    public PageTabs(String label) {
        addClassName("page-tabs");
        setAriaLabel(label);
    }

    /** @param path without a leading slash */
    public PageTabs add(String path, String text, boolean here) {
        Anchor tab = new Anchor(path, text);
        tab.getElement().setAttribute("router-link", true);
        tab.addClassName("page-tab");
        if (here) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        add(tab);
        return this;
    }
}
