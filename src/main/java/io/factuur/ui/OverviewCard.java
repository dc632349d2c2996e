package io.factuur.ui;

import com.vaadin.flow.component.Component;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.util.Optional;

/** A piece of a scope's Overview, offered by a feature and collected by the page. */
public interface OverviewCard {

    /** Where it stands. */
    enum Place {
        /** Among the key figures at the top. */
        FIGURE,
        /** Half the width. */
        HALF,
        /** The whole width. */
        WIDE
    }

    /** Place from the top, among those of the same width. */
    int order();

    Place place();

    /** What a person must be allowed to do at the scope to be shown this. */
    Operation needs();

    boolean fits(AgreementType agreement, ScopeKind kind);

    /** The card for a scope, or nothing where there is nothing to say. Its service asks the guard all the same. */
    Optional<Component> show(long scopeId, Person person);
}
