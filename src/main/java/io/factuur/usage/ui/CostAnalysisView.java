package io.factuur.usage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.agreement.Operation;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.AddressId;
import io.factuur.ui.EmptyState;
import io.factuur.ui.FileButton;
import io.factuur.ui.FileDesk;
import io.factuur.ui.Formats;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import io.factuur.usage.CostAnalysis;
import io.factuur.usage.CostForecast;
import io.factuur.usage.CostSlice;
import io.factuur.usage.CostThresholds;
import io.factuur.usage.Costs;
import io.factuur.usage.Dimension;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** "Cost analysis": why it costs what it costs. What is shown stands in the address. */
@Route("billing/:scope/costs")
@PermitAll
class CostAnalysisView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 60;

    private final Scopes scopes;
    private final CostAnalysis analysis;
    private final Costs costs;
    private final CostThresholds thresholds;
    private final FileDesk desk;
    private final Guard guard;
    private final Clock clock;
    private final Person person;
    private String path = "";

    CostAnalysisView(
            Scopes scopes,
            CostAnalysis analysis,
            Costs costs,
            CostThresholds thresholds,
            FileDesk desk,
            Guard guard,
            Clock clock,
            CurrentPerson me) {
        this.scopes = scopes;
        this.analysis = analysis;
        this.costs = costs;
        this.thresholds = thresholds;
        this.desk = desk;
        this.guard = guard;
        this.clock = clock;
        this.person = me.get();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = scopes.get(AddressId.of(event, "scope"), person).scope();
        guard.require(Operation.SEE_COSTS, scope.id(), person);
        path = event.getLocation().getPath();
        CostQuery query = CostQuery.of(event.getLocation().getQueryParameters(), LocalDate.now(clock));
        removeAll();
        add(new PageHeader(getTranslation("analysis.title"))
                .subtitle(scope.name() + " · " + getTranslation("analysis.about"))
                .terms(Term.ACTUAL_COST));
        add(new CostControls(query, () -> tags(scope, query), this::go));
        try {
            show(scope, query);
        } catch (Problem notYet) {
            add(new EmptyState("clock", getTranslation("analysis.later"), notYet.sentence(getLocale())));
        }
        add(new ThresholdPanel(thresholds, scope, person));
    }

    private void go(CostQuery wanted) {
        getUI().ifPresent(page -> page.navigate(path, wanted.parameters()));
    }

    private List<String> tags(Scope scope, CostQuery query) {
        try {
            return analysis.tags(scope.id(), query.span(), person);
        } catch (Problem notYet) {
            return List.of();
        }
    }

    private void show(Scope scope, CostQuery query) {
        if (query.by() == Dimension.TAG && query.tag().isEmpty()) {
            add(new EmptyState("filter", getTranslation("analysis.tag"), getTranslation("analysis.tag.about")));
            return;
        }
        Map<String, List<CostSlice>> byCurrency =
                analysis.by(query.by(), query.tag(), scope.id(), query.span(), person).stream()
                        .collect(Collectors.groupingBy(CostSlice::currency, TreeMap::new, Collectors.toList()));
        if (byCurrency.isEmpty()) {
            add(new EmptyState("usage", getTranslation("costs.none"), getTranslation("analysis.none")));
        }
        byCurrency.forEach((currency, slices) -> show(scope, query, Currency.getInstance(currency), slices));
    }

    private void show(Scope scope, CostQuery query, Currency currency, List<CostSlice> slices) {
        YearMonth now = YearMonth.now(clock);
        Optional<CostForecast> forecast = query.span().from().equals(now.atDay(1))
                        && query.span().to().equals(now.plusMonths(1).atDay(1))
                ? analysis.forecast(scope.id(), currency, now, person)
                : Optional.empty();
        add(new CostFigures(
                currency, slices, CostFigures.before(costs, scope.id(), query, currency, person), forecast));
        Div card = new Div();
        card.addClassNames("card", "wide");
        card.add(new H2(getTranslation(
                "analysis.by-what",
                Formats.here().within(getTranslation(query.by().labelKey())))));
        if (query.by() == Dimension.DAY) {
            card.add(new DayChart(slices, forecast));
        }
        LocalDate last = costs.lastDay(
                        scope.id(), query.span().from(), query.span().to(), person)
                .orElse(LocalDate.MAX);
        List<CostSlice> shown = query.by() == Dimension.DAY ? slices.reversed() : slices;
        shown = shown.stream()
                .filter(slice -> slice.cost().signum() != 0 || slice.before().signum() != 0)
                .filter(slice -> query.by() != Dimension.DAY || !isToCome(slice, last))
                .toList();
        Div scroll = new Div(new SliceTable(
                query.by(),
                shown.subList(0, Math.min(MOST, shown.size())),
                highest(shown),
                guard.allows(Operation.DOWNLOAD_USAGE, scope.id(), person)
                        ? List.<Function<CostSlice, FileButton>>of(slice -> rows(scope, query, slice))
                        : List.of()));
        scroll.addClassName("table-scroll");
        card.add(scroll);
        if (!guard.allows(Operation.DOWNLOAD_USAGE, scope.id(), person)) {
            card.add(new Paragraph(
                    Reasons.sentence(guard.decide(Operation.DOWNLOAD_USAGE, scope.id(), person), getLocale())));
        }
        if (shown.size() > MOST) {
            card.add(new Paragraph(getTranslation("analysis.more", shown.size() - MOST)));
        }
        add(card);
    }

    /** A day that no usage has come in for yet has not become cheaper. */
    private static boolean isToCome(CostSlice slice, LocalDate lastWithUsage) {
        return slice.cost().signum() == 0 && LocalDate.parse(slice.item()).isAfter(lastWithUsage);
    }

    private FileButton rows(Scope scope, CostQuery query, CostSlice slice) {
        FileButton button = new FileButton(
                getTranslation("analysis.rows"), desk, () -> UsageWanted.slice(scope.id(), query, slice));
        button.addThemeName("tertiary");
        button.setAriaLabel(getTranslation("analysis.rows-of", slice.label()));
        return button;
    }

    private static BigDecimal highest(List<CostSlice> slices) {
        return slices.stream()
                .map(slice -> slice.cost().max(slice.before()))
                .reduce(new BigDecimal("0.000001"), BigDecimal::max);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("analysis.title");
    }
}
