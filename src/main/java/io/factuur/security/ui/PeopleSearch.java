package io.factuur.security.ui;

import io.factuur.security.PeopleDirectory;
import io.factuur.security.PeopleDirectory.Entry;
import io.factuur.security.Person;
import io.factuur.shared.Likeness;
import io.factuur.ui.SearchSource;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds people, for the operator; after a slip among the first few hundred. */
@Component
class PeopleSearch implements SearchSource {

    private static final int LOOK_AT = 500;
    private static final int SHORTEST = 2;

    private final PeopleDirectory directory;

    PeopleSearch(PeopleDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Group group() {
        return Group.PERSON;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        if (!person.operator() || typed.strip().length() < SHORTEST) {
            return List.of();
        }
        List<Entry> found = directory.page(typed, PageRequest.of(0, limit), person);
        return (found.isEmpty() ? withSlip(typed, limit, person) : found)
                .stream().map(PeopleSearch::hit).toList();
    }

    private List<Entry> withSlip(String typed, int limit, Person person) {
        return directory.page("", PageRequest.of(0, LOOK_AT), person).stream()
                .filter(entry -> Likeness.of(typed, entry.displayName()) != Likeness.NONE)
                .limit(limit)
                .toList();
    }

    private static Hit hit(Entry entry) {
        return new Hit(
                entry.state().labelKey(), entry.displayName(), entry.email(), "operator/people?q=" + entry.username());
    }
}
