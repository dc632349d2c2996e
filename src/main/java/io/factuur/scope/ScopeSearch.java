package io.factuur.scope;

import io.factuur.access.AccessFilter;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import io.factuur.ui.SearchSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds scopes and subscriptions by name or ID: those that begin with what was typed before those that contain it. */
@Component
class ScopeSearch implements SearchSource {

    private final JdbcClient jdbc;

    ScopeSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        if (typed.isBlank()) {
            return List.of();
        }
        AccessFilter mine = AccessFilter.of(Operation.SEE_SCOPE, person);
        String pattern = SearchText.pattern(typed);
        return jdbc
                .sql("select " + ScopeTree.COLUMNS + """
                 from scope s where (lower(s.name) like :within escape '!' or s.external_key like :within escape '!')
                and %s
                order by case when lower(s.name) like :start escape '!' or s.external_key like :start escape '!'
                then 0 else 1 end, length(s.name), s.id fetch first :limit rows only
                """.formatted(mine.on("s")))
                .params(mine.parameters())
                .param("start", pattern + "%")
                .param("within", "%" + pattern + "%")
                .param("limit", limit)
                .query(ScopeTree::scope)
                .list()
                .stream()
                .map(ScopeSearch::hit)
                .toList();
    }

    private static Hit hit(Scope scope) {
        return new Hit(
                scope.kind().labelKey(), scope.name(), scope.externalId(), "billing/" + scope.id() + "/overview");
    }
}
