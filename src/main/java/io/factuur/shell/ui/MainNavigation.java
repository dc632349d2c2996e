package io.factuur.shell.ui;

import com.vaadin.flow.component.sidenav.SideNavItem;

/** The links that everybody has. */
class MainNavigation extends Navigation {

    MainNavigation() {
        getElement().setAttribute("aria-label", getTranslation("nav.main"));
        link("", "home.title", "home");
        addItem(withPagesBelow(item("subscriptions", getTranslation("subscriptions.title"), "subscription")));
        addItem(withPagesBelow(item("billing", getTranslation("billing.title"), "billing")));
        link("downloads", "downloads.title", "download");
    }

    private static SideNavItem withPagesBelow(SideNavItem item) {
        item.getElement().setAttribute("match-nested", true);
        return item;
    }
}
