package io.factuur.shell.ui;

import io.factuur.security.Person;
import io.factuur.ui.SearchSource;
import io.factuur.ui.SearchSource.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Asks every source and puts the best first: what is called so, what begins so, and then the rest. */
@Component
class Search {

    static final int MOST = 20;

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = sources;
    }

    List<Hit> find(String typed, int limit, Person person) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return sources.stream()
                .flatMap(source -> source.search(typed, MOST, person).stream())
                .sorted(Comparator.comparingInt(hit -> distance(hit, wanted)))
                .limit(limit)
                .toList();
    }

    private static int distance(Hit hit, String wanted) {
        String title = hit.title().toLowerCase(Locale.ROOT);
        if (title.equals(wanted)) {
            return 0;
        }
        return title.startsWith(wanted) ? 1 : 2;
    }
}
