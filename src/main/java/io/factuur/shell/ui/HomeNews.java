package io.factuur.shell.ui;

import com.vaadin.flow.component.Component;
import io.factuur.scope.RecentScopes;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.security.Person;
import io.factuur.ui.Attention;
import io.factuur.ui.HomeCard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the features have to say to a person on Home. */
@org.springframework.stereotype.Component
class HomeNews {

    private final List<Attention.Source> sources;
    private final List<HomeCard> cards;
    private final RecentScopes recent;
    private final ScopeLists lists;

    HomeNews(List<Attention.Source> sources, List<HomeCard> cards, RecentScopes recent, ScopeLists lists) {
        this.sources = sources;
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.recent = recent;
        this.lists = lists;
    }

    /** Whether there is any scope for the person, or they run the portal. */
    boolean hasAnything(Person person) {
        return person.operator() || !lists.page(ScopeQuery.top(), 0, 1, person).isEmpty();
    }

    /** The most urgent first. */
    List<Attention> attention(Person person) {
        return Attention.sorted(sources.stream().flatMap(source -> source.list(person).stream()));
    }

    List<Component> cards(Person person) {
        return cards.stream()
                .map(card -> card.show(person))
                .flatMap(Optional::stream)
                .toList();
    }

    List<Scope> recent(int limit, Person person) {
        return recent.list(limit, person);
    }
}
