package io.factuur.usage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.access.Decision;
import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.agreement.Agreement.UsageLayout;
import io.factuur.agreement.Operation;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.AddressId;
import io.factuur.ui.FileDesk;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.EnterpriseCharges;
import io.factuur.usage.MonthCharges;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.ui.DownloadDialog.What;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Usage + charges" of an Enterprise Agreement: a row per month, taken apart, with its downloads. */
@Route("billing/:scope/usage")
@PermitAll
class EnterpriseUsageView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int YEARS = 3;

    private final Scopes scopes;
    private final EnterpriseCharges charges;
    private final UsageFiles files;
    private final FileDesk desk;
    private final Guard guard;
    private final Clock clock;
    private final Person person;

    EnterpriseUsageView(
            Scopes scopes,
            EnterpriseCharges charges,
            UsageFiles files,
            FileDesk desk,
            Guard guard,
            Clock clock,
            CurrentPerson me) {
        this.scopes = scopes;
        this.charges = charges;
        this.files = files;
        this.desk = desk;
        this.guard = guard;
        this.clock = clock;
        this.person = me.get();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = Optional.of(
                        scopes.get(AddressId.of(event, "scope"), person).scope())
                .filter(found -> found.agreement().terms().usageLayout() == UsageLayout.EA)
                .orElseThrow(Problem::notFound);
        LocalDate nextMonth = YearMonth.now(clock).plusMonths(1).atDay(1);
        List<MonthCharges> months = charges.byPeriod(scope.id(), nextMonth.minusYears(YEARS), nextMonth, person);
        Set<Operation> allowed = guard.allowed(scope.id(), person);
        removeAll();
        add(new PageHeader(getTranslation("usage.charges.title"))
                .subtitle(scope.name() + " · " + getTranslation("usage.charges.about"))
                .terms(Term.ACTUAL_COST, Term.AMORTIZED_COST, Term.PRICE_SHEET));
        MonthGrid grid = new MonthGrid(Formats.here());
        if (allowed.contains(Operation.DOWNLOAD_USAGE)) {
            grid.withDownload(row -> open(scope, row, allowed));
        } else {
            add(notice(guard.decide(Operation.DOWNLOAD_USAGE, scope.id(), person)));
        }
        grid.setItems(months);
        add(grid);
    }

    DownloadDialog open(Scope scope, MonthCharges row, Set<Operation> allowed) {
        List<What> offered = new ArrayList<>(List.of(What.USAGE, What.AMORTIZED, What.MARKETPLACE));
        if (allowed.contains(Operation.DOWNLOAD_PRICES)) {
            offered.addAll(List.of(What.PRICES, What.BALANCE));
        }
        YearMonth month = YearMonth.from(row.periodStart());
        DownloadDialog dialog = new DownloadDialog(
                files, desk, person, scope.id(), PeriodChoice.of(month.toString()), ChargeChoice.ALL, offered);
        dialog.setHeaderTitle(
                getTranslation("usage.charges.download", Formats.here().monthWithin(month)));
        dialog.open();
        return dialog;
    }

    private Div notice(Decision download) {
        Div box = new Div(Icons.of("lock"), new Paragraph(Reasons.sentence(download, getLocale())));
        box.addClassName("callout");
        return box;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("usage.charges.title");
    }
}
