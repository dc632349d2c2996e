package io.factuur.scope.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.EmptyState;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import jakarta.annotation.security.PermitAll;

/** Every subscription the person may see, whatever account it stands in. */
@Route("subscriptions")
@PermitAll
class SubscriptionsView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final ScopeTable table;
    private final EmptyState nothing;
    private final ScopeLists lists;
    private final Person person;

    SubscriptionsView(ScopeLists lists, CurrentPerson me) {
        this.lists = lists;
        this.person = me.get();
        addClassName("page");
        nothing = new EmptyState(
                "subscription",
                getTranslation("subscriptions.none"),
                getTranslation("subscriptions.none.detail"),
                EmptyState.step("help", getTranslation("error.help")));
        table = new ScopeTable(
                new ScopeGrid(
                                lists,
                                person,
                                ScopeQuery.all(ScopeKind.SUBSCRIPTION),
                                row -> "billing/" + row.scope().id() + "/overview")
                        .withId()
                        .withAccount()
                        .withAgreement("scope.agreement")
                        .withOffer()
                        .withStatus(),
                true);
        add(
                new PageHeader(getTranslation("subscriptions.title"))
                        .subtitle(getTranslation("subscriptions.about"))
                        .terms(Term.SUBSCRIPTION, Term.AGREEMENT_TYPE),
                table,
                nothing);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        boolean none =
                lists.page(ScopeQuery.all(ScopeKind.SUBSCRIPTION), 0, 1, person).isEmpty();
        nothing.setVisible(none);
        table.setVisible(!none);
        table.show(event.getLocation());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("subscriptions.title");
    }
}
