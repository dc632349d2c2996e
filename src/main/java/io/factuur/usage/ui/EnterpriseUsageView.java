package io.factuur.usage.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
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
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import io.factuur.ui.AddressId;
import io.factuur.ui.FileDesk;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.NarrowGrid;
import io.factuur.ui.PageHeader;
import io.factuur.ui.StillGrid;
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

    /** On a narrow screen the month says its total, too, and anywhere the parts for whose columns there is no room. */
    private static final String MONTH = """
            <div class="cell-stack">
              <span>${item.month}</span>
              <span class="quiet cell-under only-narrow">${item.total}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-credits">${item.credits}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-overage">${item.overage}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-separately">${item.separately}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-marketplace">${item.marketplace}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-refunded">${item.refunded}</span>
              <span class="quiet cell-under" ?hidden="${!item.note}">${item.note}</span>
            </div>""";

    private static final String DOWNLOAD =
            "<button class=\"button-link\" aria-label=\"${item.label}\" @click=\"${open}\">${item.text}</button>";
    private static final int YEARS = 3;

    private final Scopes scopes;
    private final EnterpriseCharges charges;
    private final UsageFiles files;
    private final FileDesk desk;
    private final Guard guard;
    private final Clock clock;
    private final Person person;
    private final Formats formats = Formats.here();

    final StillGrid<MonthCharges> grid = new StillGrid<>();

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
        NarrowGrid.fit(grid);
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
        columns();
        if (allowed.contains(Operation.DOWNLOAD_USAGE)) {
            downloads(scope, allowed);
        } else {
            add(notice(guard.decide(Operation.DOWNLOAD_USAGE, scope.id(), person)));
        }
        grid.setItems(months);
        add(grid);
    }

    private void columns() {
        grid.removeAllColumns();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeName("wrap-cell-content");
        grid.setEmptyStateText(getTranslation("costs.none-in-year"));
        LitRenderer<MonthCharges> month = LitRenderer.<MonthCharges>of(MONTH)
                .withProperty("month", row -> formats.month(YearMonth.from(row.periodStart())))
                .withProperty("total", row -> formats.money(row.total()))
                .withProperty("note", this::note);
        for (MonthPart part : MonthPart.values()) {
            month.withProperty(part.code(), row -> underTheMonth(part, row));
        }
        NarrowGrid.keep(
                grid.addColumn(month).setHeader(getTranslation("costs.month")).setWidth("9rem"), "9rem");
        amount(MonthPart.CREDITS);
        amount(MonthPart.OVERAGE);
        amount(MonthPart.SEPARATELY);
        amount(MonthPart.MARKETPLACE);
        amount("usage.charges.total", MonthCharges::total);
        amount(MonthPart.REFUNDED);
    }

    private String underTheMonth(MonthPart part, MonthCharges month) {
        Money money = part.of(month);
        return money.rounded().value().signum() == 0
                ? ""
                : getTranslation(part.labelKey()) + ": " + formats.money(money);
    }

    /** Why no invoice came of a month, where none did. */
    private String note(MonthCharges row) {
        if (!row.prepaid().withoutInvoice()) {
            return "";
        }
        return getTranslation(
                row.againstCredits().value().signum() > 0
                        ? "usage.charges.paid-beforehand"
                        : "usage.charges.nothing-charged");
    }

    private void amount(MonthPart part) {
        NarrowGrid.giveWay(amount(part.labelKey(), part::of), part.ordinal(), part.code());
    }

    private Grid.Column<MonthCharges> amount(String header, ValueProvider<MonthCharges, Money> value) {
        return grid.addColumn(row -> formats.money(value.apply(row)))
                .setHeader(getTranslation(header))
                .setPartNameGenerator(row -> "amount")
                .setWidth("8.25rem");
    }

    private void downloads(Scope scope, Set<Operation> allowed) {
        NarrowGrid.keep(
                grid.addColumn(LitRenderer.<MonthCharges>of(DOWNLOAD)
                                .withProperty("text", row -> getTranslation("downloads.download"))
                                .withProperty(
                                        "label",
                                        row -> getTranslation(
                                                "usage.charges.download",
                                                formats.monthWithin(YearMonth.from(row.periodStart()))))
                                .withFunction("open", row -> open(scope, row, allowed)))
                        .setHeader(getTranslation("downloads.download"))
                        .setWidth("9rem")
                        .setFlexGrow(0)
                        .setFrozenToEnd(true),
                "9rem");
    }

    DownloadDialog open(Scope scope, MonthCharges row, Set<Operation> allowed) {
        List<What> offered = new ArrayList<>(List.of(What.USAGE, What.AMORTIZED, What.MARKETPLACE));
        if (allowed.contains(Operation.DOWNLOAD_PRICES)) {
            offered.addAll(List.of(What.PRICES, What.BALANCE));
        }
        YearMonth month = YearMonth.from(row.periodStart());
        DownloadDialog dialog = new DownloadDialog(
                files, desk, person, scope.id(), PeriodChoice.of(month.toString()), ChargeChoice.ALL, offered);
        dialog.setHeaderTitle(getTranslation("usage.charges.download", formats.monthWithin(month)));
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
