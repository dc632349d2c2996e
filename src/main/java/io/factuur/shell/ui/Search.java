package io.factuur.shell.ui;

import io.factuur.security.Person;
import io.factuur.shared.Likeness;
import io.factuur.ui.SearchSource;
import io.factuur.ui.SearchSource.Group;
import io.factuur.ui.SearchSource.Hit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks every source. What belongs together stands together; the group whose best hit matches best comes first. */
@Component
class Search {

    /** Of each group. */
    static final int MOST = 6;

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = sources;
    }

    record Found(Group group, List<Hit> hits) {}

    List<Found> find(String typed, Person person) {
        Map<Group, List<Hit>> found = new EnumMap<>(Group.class);
        for (SearchSource source : sources) {
            List<Hit> hits = source.search(typed, MOST, person);
            found.merge(source.group(), hits, Search::both);
        }
        return found.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> group(entry.getKey(), entry.getValue(), typed))
                .sorted(Comparator.comparing((Found group) -> best(group, typed)))
                .toList();
    }

    private static List<Hit> both(List<Hit> some, List<Hit> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Found group(Group group, List<Hit> hits, String typed) {
        return new Found(
                group,
                hits.stream()
                        .sorted(Comparator.comparing(hit -> likeness(hit, typed)))
                        .limit(MOST)
                        .toList());
    }

    private static Likeness best(Found group, String typed) {
        return likeness(group.hits().getFirst(), typed);
    }

    private static Likeness likeness(Hit hit, String typed) {
        return typed.isBlank() ? Likeness.SAME : Likeness.of(typed, hit.title());
    }
}
