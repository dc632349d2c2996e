package io.factuur.scope.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
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
import io.factuur.ui.Attention;
import io.factuur.ui.AttentionCard;
import io.factuur.ui.EmptyState;
import io.factuur.ui.OverviewCard;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import io.factuur.ui.TermHelp;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A scope at a glance; the features fill it with their cards. */
@Route("billing/:scope/overview")
@PermitAll
class OverviewView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Scopes scopes;
    private final Guard guard;
    private final Person person;
    private final List<OverviewCard> cards;
    private final List<Attention.Source> news;
    private String title = "";

    OverviewView(Scopes scopes, Guard guard, CurrentPerson me, List<OverviewCard> cards, List<Attention.Source> news) {
        this.scopes = scopes;
        this.guard = guard;
        this.person = me.get();
        this.news = news;
        this.cards = cards.stream()
                .sorted(Comparator.comparingInt(OverviewCard::order))
                .toList();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = ScopeParameter.scope(event, scopes, person);
        title = getTranslation("overview.of", scope.name());
        removeAll();
        add(new PageHeader(scope.name())
                .subtitle(
                        explained(scope.kind().labelKey(), Term.of(scope.kind())),
                        explained(scope.agreement().labelKey(), Term.AGREEMENT_TYPE),
                        new Span(scope.currency().getCurrencyCode())));
        Set<Operation> allowed = guard.allowed(scope.id(), person);
        if (!allowed.contains(Operation.SEE_COSTS)) {
            add(new EmptyState(
                    "lock",
                    getTranslation("overview.no-costs"),
                    Reasons.sentence(guard.decide(Operation.SEE_COSTS, scope.id(), person), getLocale())));
        }
        List<Attention> waiting =
                Attention.sorted(news.stream().flatMap(source -> source.at(scope.id(), person).stream()));
        if (!waiting.isEmpty()) {
            add(new AttentionCard(waiting));
        }
        add(shelf("key-figures", OverviewCard.Place.FIGURE, scope, allowed));
        Div grid = shelf("card-grid", OverviewCard.Place.WIDE, scope, allowed);
        shelf("card-grid", OverviewCard.Place.HALF, scope, allowed)
                .getChildren()
                .toList()
                .forEach(grid::add);
        add(grid);
    }

    private Span explained(String key, Term term) {
        Span words = new Span(new Span(getTranslation(key)), new TermHelp(term));
        words.addClassName("term-line");
        return words;
    }

    private Div shelf(String className, OverviewCard.Place place, Scope scope, Set<Operation> allowed) {
        Div shelf = new Div();
        shelf.addClassName(className);
        cards.stream()
                .filter(card -> card.place() == place && allowed.contains(card.needs()))
                .filter(card -> card.fits(scope.agreement(), scope.kind()))
                .map(card -> card.show(scope.id(), person))
                .flatMap(Optional::stream)
                .map(Component.class::cast)
                .forEach(shelf::add);
        shelf.setVisible(shelf.getComponentCount() > 0);
        return shelf;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
