package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.factuur.access.Decision;
import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.agreement.Agreement.InvoiceList;
import io.factuur.agreement.Agreement.UsageLayout;
import io.factuur.agreement.Operation;
import io.factuur.invoice.BillingPeriods;
import io.factuur.invoice.FilterWords;
import io.factuur.invoice.InvoiceQuery;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.AddressId;
import io.factuur.ui.EmptyState;
import io.factuur.ui.PageHeader;
import io.factuur.ui.ScopeSection;
import io.factuur.ui.Term;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** The invoices at a scope, in the form that its agreement gives them. */
@Route("billing/:scope/invoices")
@RouteAlias("subscriptions/:scope/invoices")
@PermitAll
class InvoicesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Scopes scopes;
    private final InvoiceDoors doors;
    private final BillingPeriods periods;
    private final Guard guard;
    private final Person person;
    private final List<ScopeSection> sections;

    InvoicesView(
            Scopes scopes,
            InvoiceDoors doors,
            BillingPeriods periods,
            Guard guard,
            CurrentPerson me,
            ObjectProvider<ScopeSection> sections) {
        this.scopes = scopes;
        this.doors = doors;
        this.periods = periods;
        this.guard = guard;
        this.person = me.get();
        this.sections = sections.stream().toList();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = scopes.get(AddressId.of(event, "scope"), person).scope();
        removeAll();
        PageHeader header = new PageHeader(getTranslation("invoices.title"))
                .subtitle(scope.name())
                .terms(words(scope));
        header.actions(ScopeSection.at(ScopeSection.Place.INVOICES_ACTION, sections, scope.id(), person)
                .toArray(Component[]::new));
        add(header);
        Decision see = guard.decide(Operation.SEE_INVOICES, scope.id(), person);
        if (!see.allowed()) {
            add(new EmptyState("lock", getTranslation("invoices.not-available"), why(scope, see)));
        } else if (listedByPeriod(scope)) {
            add(new PeriodGrid(scope.id(), periods, doors.availabilities(), guard.allowed(scope.id(), person), person));
        } else {
            QueryParameters asked = event.getLocation().getQueryParameters();
            InvoiceQuery query = FilterWords.query(
                    scope.id(), name -> asked.getSingleParameter(name).orElse(null));
            add(new InvoiceListing(doors, scope, query, event.getLocation().getPath(), person));
        }
        add(ScopeSection.at(ScopeSection.Place.INVOICES, sections, scope.id(), person));
    }

    private static Term[] words(Scope scope) {
        if (listedByPeriod(scope)) {
            return new Term[] {Term.BILLING_PERIOD, Term.USAGE_FILE};
        }
        return scope.agreement().terms().usageLayout() == UsageLayout.MCA
                ? new Term[] {Term.CREDIT_NOTE, Term.USAGE_FILE, Term.PRICE_SHEET}
                : new Term[] {Term.CREDIT_NOTE};
    }

    /** Who may see them; where the scope gets none of its own, also which one gets them. */
    private String why(Scope scope, Decision see) {
        if (scope.kind() == scope.agreement().terms().invoicedKind()) {
            return Reasons.sentence(see, getLocale());
        }
        String month = YearMonth.now(doors.clock()).toString();
        return doors.availabilities().at(scope.id(), month, person).reasons().stream()
                .map(why -> why.sentence(getLocale()))
                .collect(Collectors.joining(" "));
    }

    private static boolean listedByPeriod(Scope scope) {
        return scope.agreement().terms().invoiceList() == InvoiceList.BY_PERIOD
                && scope.kind() == scope.agreement().terms().invoicedKind();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invoices.title");
    }
}
