package io.factuur.shell.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.scope.Scope;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.AttentionCard;
import io.factuur.ui.EmptyState;
import io.factuur.ui.Icons;
import io.factuur.ui.LinkedRows;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Where one lands after signing in: what needs one, what is owed, what this month costs, and where one was last. */
@Route("")
@PermitAll
class HomeView extends Main implements HasDynamicTitle {

    private static final int RECENT = 6;

    private final Person person;

    HomeView(CurrentPerson me, HomeNews news, FirstSteps first, Contacts contacts) {
        person = me.get();
        addClassName("page");
        add(new PageHeader(getTranslation("home.title"))
                .subtitle(getTranslation("home.greeting", person.displayName())));
        first.show(person).ifPresent(this::add);
        if (!news.hasAnything(person)) {
            add(nothing(contacts));
            return;
        }
        add(new AttentionCard(news.attention(person)));
        Div cards = new Div();
        cards.addClassNames("card-grid", "home-cards");
        news.cards(person).forEach(cards::add);
        cards.setVisible(cards.getComponentCount() > 0);
        add(cards, doors());
        List<Scope> recent = news.recent(RECENT, person);
        if (!recent.isEmpty()) {
            add(new H2(getTranslation("home.recent")), recent(recent));
        }
    }

    private EmptyState nothing(Contacts contacts) {
        return new EmptyState(
                "lock", getTranslation("home.nothing"), getTranslation("home.nothing.detail"), contacts.show(person));
    }

    private Div doors() {
        Div doors = new Div();
        doors.addClassName("doors");
        door(doors, "subscriptions", "subscriptions.title", "subscriptions.about", "subscription");
        door(doors, "billing", "billing.title", "billing.about", "billing");
        if (person.operator()) {
            door(doors, "operator/accounts", "nav.operator.accounts", "operator.accounts.about", "tree");
            door(doors, "operator/imports", "nav.operator.imports", "operator.imports.about", "import");
        }
        return doors;
    }

    private void door(Div doors, String path, String titleKey, String aboutKey, String icon) {
        Span title = new Span(getTranslation(titleKey));
        title.addClassName("door-title");
        Anchor door = new Anchor(path);
        door.getElement().setAttribute("router-link", true);
        door.addClassName("door");
        door.add(Icons.of(icon), title, new Paragraph(getTranslation(aboutKey)));
        doors.add(door);
    }

    private LinkedRows recent(List<Scope> scopes) {
        LinkedRows rows = new LinkedRows(getTranslation("home.recent"));
        rows.addClassName("recent-scopes");
        scopes.forEach(scope -> rows.add(
                "billing/" + scope.id() + "/overview",
                scope.name(),
                getTranslation(scope.kind().labelKey()) + " · "
                        + getTranslation(scope.agreement().labelKey()),
                ""));
        return rows;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.title");
    }
}
