package io.factuur.scope.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.shared.Problem;

/** The scope in a page's address. */
final class ScopeParameter {

    private ScopeParameter() {}

    /** @throws Problem not found, when there is none or it is not this person's to see */
    static Scope scope(BeforeEnterEvent event, Scopes scopes, Person person) {
        return event.getRouteParameters()
                .get("scope")
                .filter(id -> id.matches("\\d{1,18}"))
                .map(id -> scopes.get(Long.parseLong(id), person).scope())
                .orElseThrow(Problem::notFound);
    }
}
