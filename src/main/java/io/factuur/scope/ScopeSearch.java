package io.factuur.scope;

import io.factuur.agreement.Operation;
import io.factuur.scope.ScopeFinder.Found;
import io.factuur.security.Person;
import io.factuur.ui.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds scopes and subscriptions by name or ID. */
@Component
class ScopeSearch implements SearchSource {

    private final ScopeFinder finder;

    ScopeSearch(ScopeFinder finder) {
        this.finder = finder;
    }

    @Override
    public Group group() {
        return Group.SCOPE;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        return finder.find(typed, Operation.SEE_SCOPE, limit, person).stream()
                .map(ScopeSearch::hit)
                .toList();
    }

    private static Hit hit(Found found) {
        Scope scope = found.scope();
        String where = scope.parentId() == null ? scope.externalId() : found.accountName() + " · " + scope.externalId();
        return new Hit(scope.kind().labelKey(), scope.name(), where, "billing/" + scope.id() + "/overview");
    }
}
