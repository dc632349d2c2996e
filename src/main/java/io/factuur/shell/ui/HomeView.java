package io.factuur.shell.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import io.factuur.scope.RecentScopes;
import io.factuur.scope.Scope;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.EmptyState;
import io.factuur.ui.Icons;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Where one lands after signing in: the two ways in, and where one was last. */
@Route("")
@PermitAll
class HomeView extends Main implements HasDynamicTitle {

    private static final int RECENT = 8;

    HomeView(CurrentPerson me, RecentScopes recent) {
        Person person = me.get();
        addClassName("page");
        add(new PageHeader(getTranslation("home.title"))
                .subtitle(getTranslation("home.greeting", person.displayName())));
        Div doors = new Div();
        doors.addClassName("doors");
        door(doors, "subscriptions", "subscriptions.title", "subscriptions.about", "subscription");
        door(doors, "billing", "billing.title", "billing.about", "billing");
        if (person.operator()) {
            door(doors, "operator/accounts", "nav.operator.accounts", "operator.accounts.about", "tree");
            door(doors, "operator/imports", "nav.operator.imports", "operator.imports.about", "import");
        }
        add(doors, new H2(getTranslation("home.recent")), recent(recent.list(RECENT, person)));
    }

    private void door(Div doors, String path, String titleKey, String aboutKey, String icon) {
        if (!RouteConfiguration.forApplicationScope().isPathAvailable(path)) {
            return;
        }
        Span title = new Span(getTranslation(titleKey));
        title.addClassName("door-title");
        Anchor door = new Anchor(path);
        door.getElement().setAttribute("router-link", true);
        door.addClassName("door");
        door.add(Icons.of(icon), title, new Paragraph(getTranslation(aboutKey)));
        doors.add(door);
    }

    private Div recent(List<Scope> scopes) {
        if (scopes.isEmpty()) {
            return new EmptyState(
                    "clock", getTranslation("home.recent.none"), getTranslation("home.recent.none.detail"));
        }
        Div list = new Div();
        list.addClassName("recent-scopes");
        for (Scope scope : scopes) {
            Anchor link = new Anchor("billing/" + scope.id() + "/overview");
            link.getElement().setAttribute("router-link", true);
            link.addClassName("recent-scope");
            Span name = new Span(scope.name());
            name.addClassName("recent-scope-name");
            Span about = new Span(getTranslation(scope.kind().labelKey()) + " · "
                    + getTranslation(scope.agreement().labelKey()));
            about.addClassName("quiet");
            link.add(Icons.of("clock"), name, about);
            list.add(link);
        }
        return list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.title");
    }
}
