package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.AddressId;
import io.factuur.ui.DocumentLink;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** What a scope has paid beforehand or been given: its balance month by month, and what became of each amount. */
@Route("billing/:scope/credits")
@PermitAll
class CreditsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Scopes scopes;
    private final CreditBooks books;
    private final Guard guard;
    private final Person person;

    CreditsView(Scopes scopes, CreditBooks books, Guard guard, CurrentPerson me) {
        this.scopes = scopes;
        this.books = books;
        this.guard = guard;
        this.person = me.get();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = Optional.of(
                        scopes.get(AddressId.of(event, "scope"), person).scope())
                .filter(found -> found.kind() == found.agreement().terms().invoicedKind())
                .orElseThrow(Problem::notFound);
        boolean seesInvoices = guard.allows(Operation.SEE_INVOICES, scope.id(), person);
        removeAll();
        add(
                new PageHeader(getTranslation("credits.title"))
                        .subtitle(scope.name() + " · " + getTranslation("credits.about"))
                        .terms(Term.PREPAYMENT, Term.CREDIT)
                        .actions(new DocumentLink(
                                "/api/v1/scopes/" + scope.id() + "/credits.csv", getTranslation("invoices.export"))),
                new CreditsPanel(books, scope, seesInvoices, person));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credits.title");
    }
}
