package io.factuur.scope.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.ui.AddressId;

/** The scope in a page's address. */
final class ScopeParameter {

    private ScopeParameter() {}

    /** @throws io.factuur.shared.Problem not found, when there is none or it is not this person's to see */
    static Scope scope(BeforeEnterEvent event, Scopes scopes, Person person) {
        return scopes.get(AddressId.of(event, "scope"), person).scope();
    }
}
