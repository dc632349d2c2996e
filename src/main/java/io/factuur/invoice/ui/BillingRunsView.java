package io.factuur.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.BillingRun;
import io.factuur.invoice.BillingRuns;
import io.factuur.invoice.Invoices;
import io.factuur.invoice.PeriodsToClose;
import io.factuur.scope.ListedScope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import io.factuur.ui.StillGrid;
import io.factuur.ui.Term;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** Where the operator closes a month and sees what was issued. */
@Route("operator/billing-runs")
@RolesAllowed("OPERATOR")
class BillingRunsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 200;

    private final BillingRuns runs;
    private final ScopeLists lists;
    private final Person person;
    private final Formats formats = Formats.here();

    final ComboBox<ListedScope> account = new ComboBox<>();
    final TextField period = new TextField();
    final Button close = new Button();
    final StillGrid<BillingRun> closed = new StillGrid<>();
    final IssuedInvoices issued;
    final WaitingPeriods waiting;

    BillingRunsView(BillingRuns runs, PeriodsToClose periods, Invoices invoices, ScopeLists lists, CurrentPerson me) {
        this.runs = runs;
        this.issued = new IssuedInvoices(invoices);
        this.person = me.get();
        this.lists = lists;
        this.waiting = new WaitingPeriods(periods);
        addClassName("page");
        account.setLabel(getTranslation("runs.account"));
        account.setItemLabelGenerator(
                row -> row.scope().name() + " (" + row.scope().externalId() + ")");
        account.setWidth("26rem");
        account.setItems(query -> lists
                .page(
                        ScopeQuery.all(ScopeKind.BILLING_ACCOUNT)
                                .matching(query.getFilter().orElse("")),
                        query.getOffset(),
                        query.getLimit(),
                        person)
                .stream());
        period.setLabel(getTranslation("runs.period"));
        period.setHelperText(getTranslation("runs.period.help"));
        period.setWidth("18rem");
        close.setText(getTranslation("runs.close"));
        close.addThemeVariants(ButtonVariant.PRIMARY);
        close.setDisableOnClick(true);
        close.addClickListener(click -> close());
        Div form = new Div(account, period, close);
        form.addClassNames("toolbar", "toolbar-form");
        add(
                new PageHeader(getTranslation("runs.title"))
                        .subtitle(getTranslation("runs.about"))
                        .terms(Term.BILLING_PERIOD, Term.LATE_USAGE),
                waiting,
                form,
                issued,
                runsGrid());
        waiting.refresh(person);
    }

    /** What a link chose. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters chosen = event.getLocation().getQueryParameters();
        chosen.getSingleParameter(WaitingPeriods.PERIOD).ifPresent(period::setValue);
        chosen.getSingleParameter(WaitingPeriods.ACCOUNT).flatMap(this::account).ifPresent(account::setValue);
    }

    private Optional<ListedScope> account(String externalId) {
        return lists.page(ScopeQuery.all(ScopeKind.BILLING_ACCOUNT).matching(externalId), 0, SHOWN, person).stream()
                .filter(row -> row.scope().externalId().equals(externalId))
                .findFirst();
    }

    private void close() {
        Notices.attempt(() -> {
            if (account.isEmpty() || period.isEmpty()) {
                account.setInvalid(account.isEmpty());
                period.setInvalid(period.isEmpty());
                return;
            }
            BillingRun run = runs.close(
                    account.getValue().scope().id(), period.getValue().strip(), person);
            Notices.done(getTranslation("runs.closed", run.period(), run.scopeName(), run.invoices()));
            closed.setItems(runs.list(Long.MAX_VALUE, SHOWN, person));
            waiting.refresh(person);
            show(run);
        });
        close.setEnabled(true);
    }

    private void show(BillingRun run) {
        issued.show(run, person);
    }

    private Grid<BillingRun> runsGrid() {
        closed.addColumn(BillingRun::scopeName)
                .setHeader(getTranslation("runs.account"))
                .setWidth("14rem")
                .setFlexGrow(2);
        closed.addColumn(BillingRun::period).setHeader(getTranslation("runs.period"));
        closed.addColumn(run -> formats.number(run.invoices()))
                .setHeader(getTranslation("runs.invoices"))
                .setWidth("8rem");
        closed.addColumn(BillingRun::startedBy).setHeader(getTranslation("runs.by"));
        closed.addColumn(run -> formats.dateTime(run.startedAt()))
                .setHeader(getTranslation("runs.at"))
                .setWidth("12rem");
        closed.setEmptyStateText(getTranslation("runs.none"));
        closed.setItems(runs.list(Long.MAX_VALUE, SHOWN, person));
        closed.addItemClickListener(click -> show(click.getItem()));
        closed.setSelectionMode(Grid.SelectionMode.NONE);
        return closed;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("runs.title");
    }
}
