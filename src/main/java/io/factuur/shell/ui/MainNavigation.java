package io.factuur.shell.ui;

import com.vaadin.flow.component.sidenav.SideNavItem;

/** The links that everybody has. */
class MainNavigation extends Navigation {

    MainNavigation() {
        getElement().setAttribute("aria-label", getTranslation("nav.main"));
        link("", "home.title", "home");
        link("subscriptions", "subscriptions.title", "subscription");
        SideNavItem billing = item("billing", getTranslation("billing.title"), "billing");
        billing.getElement().setAttribute("match-nested", true);
        addItem(billing);
        link("downloads", "downloads.title", "download");
    }
}
