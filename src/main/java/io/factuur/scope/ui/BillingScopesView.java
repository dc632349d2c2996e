package io.factuur.scope.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.factuur.scope.ListedScope;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.EmptyState;
import io.factuur.ui.PageHeader;
import io.factuur.ui.ScopePage;
import io.factuur.ui.Term;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** "Cost Management + Billing": opens the one scope there is, or lets the person pick from several. */
@Route("billing")
@PermitAll
class BillingScopesView extends Main implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private final ScopeLists lists;
    private final Person person;
    private final List<ScopePage> pages;
    private final ScopeTable table;
    private String page = "";

    BillingScopesView(ScopeLists lists, CurrentPerson me, List<ScopePage> pages) {
        this.lists = lists;
        this.person = me.get();
        this.pages = pages;
        addClassName("page");
        this.table = new ScopeTable(
                new ScopeGrid(lists, person, ScopeQuery.top(), this::path)
                        .withId()
                        .withAgreement("scope.account-type")
                        .withCurrency()
                        .withMyRole(),
                true);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("page")
                .orElse("");
        List<ListedScope> first = lists.page(ScopeQuery.top(), 0, 2, person);
        if (first.size() == 1 && !person.operator()) {
            event.forwardTo(path(first.getFirst()));
            return;
        }
        removeAll();
        if (first.isEmpty()) {
            add(
                    new PageHeader(getTranslation("billing.title")),
                    new EmptyState(
                            "lock",
                            getTranslation("billing.none"),
                            getTranslation(person.operator() ? "billing.none.operator" : "billing.none.detail"),
                            person.operator()
                                    ? EmptyState.step("operator/accounts", getTranslation("nav.operator.accounts"))
                                    : EmptyState.step("help", getTranslation("error.help"))));
        } else {
            add(
                    new PageHeader(getTranslation("billing.scopes"))
                            .subtitle(getTranslation("billing.scopes.about"))
                            .terms(Term.BILLING_SCOPE, Term.AGREEMENT_TYPE),
                    table);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (table.isAttached()) {
            Location location = event.getLocation();
            table.show(location, "page");
        }
    }

    /** The page one was on, where the other scope has it too. */
    private String path(ListedScope row) {
        Scope scope = row.scope();
        return pages.stream()
                .filter(candidate -> candidate.segment().equals(page))
                .filter(candidate -> candidate.fits(scope.agreement(), scope.kind()))
                .findFirst()
                .map(candidate -> candidate.path(scope.id()))
                .orElse("billing/" + scope.id() + "/overview");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("billing.title");
    }
}
