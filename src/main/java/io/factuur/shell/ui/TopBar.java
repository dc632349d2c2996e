package io.factuur.shell.ui;

import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.factuur.security.Person;
import io.factuur.ui.DownloadsBell;
import io.factuur.ui.WaitingDownloads;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The bar at the top of every page. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TopBar extends Div {

    private static final String DOWNLOADS = "downloads";

    private final SearchBox search;
    private final PersonMenu menu;
    private final Optional<WaitingDownloads> downloads;

    TopBar(SearchBox search, PersonMenu menu, Optional<WaitingDownloads> downloads) {
        this.search = search;
        this.menu = menu;
        this.downloads = downloads;
        addClassName("top-bar");
    }

    void show(Person person) {
        removeAll();
        DrawerToggle toggle = new DrawerToggle();
        toggle.addThemeNames("tertiary");
        toggle.setAriaLabel(getTranslation("nav.toggle"));
        search.show(person);
        menu.show(person);
        Div tools = new Div();
        tools.addClassName("top-bar-tools");
        if (RouteConfiguration.forApplicationScope().isPathAvailable(DOWNLOADS)) {
            tools.add(new DownloadsBell(
                    downloads.map(waiting -> waiting.count(person)).orElse(0)));
        }
        tools.add(menu);
        add(toggle, brand(), search, tools);
    }

    private RouterLink brand() {
        RouterLink home = new RouterLink("", HomeView.class);
        home.addClassName("brand");
        home.add(new Image("icons/logo.svg", ""), new Span(getTranslation("app.name")));
        home.getElement().setAttribute("aria-label", getTranslation("app.name"));
        return home;
    }
}
