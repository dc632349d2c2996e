package io.factuur.scope.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import jakarta.annotation.security.PermitAll;

/** What stands below a scope, one kind of it: billing profiles, invoice sections, departments, accounts, subscriptions. */
@Route("billing/:scope/:list(profiles|sections|departments|accounts|subscriptions)")
@PermitAll
class ChildScopesView extends Main implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private final Scopes scopes;
    private final ScopeLists lists;
    private final Person person;
    private ScopeTable table;
    private String title = "";

    ChildScopesView(Scopes scopes, ScopeLists lists, CurrentPerson me) {
        this.scopes = scopes;
        this.lists = lists;
        this.person = me.get();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = ScopeParameter.scope(event, scopes, person);
        ChildKind child =
                event.getRouteParameters().get("list").flatMap(ChildKind::at).orElseThrow();
        title = getTranslation(child.labelKey());
        ScopeGrid grid = new ScopeGrid(
                lists,
                person,
                ScopeQuery.below(scope.id(), child.kind()),
                row -> "billing/" + row.scope().id() + "/overview");
        grid.withId();
        if (child.kind() == ScopeKind.SUBSCRIPTION) {
            grid.withOffer().withStatus();
        } else {
            grid.withCurrency().withMyRole();
        }
        table = new ScopeTable(grid, false);
        removeAll();
        add(new PageHeader(title).subtitle(scope.name()).terms(Term.of(child.kind())), table);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        table.show(event.getLocation());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
