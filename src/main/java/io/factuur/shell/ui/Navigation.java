package io.factuur.shell.ui;

import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteConfiguration;
import io.factuur.ui.Icons;

/** A group of links at the side. */
class Navigation extends SideNav {

    /** Adds a link if there is such a page. */
    void link(String path, String labelKey, String icon) {
        if (RouteConfiguration.forApplicationScope().isPathAvailable(path)) {
            addItem(item(path, getTranslation(labelKey), icon));
        }
    }

    static SideNavItem item(String path, String label, String icon) {
        return new SideNavItem(label, path, Icons.of(icon));
    }
}
