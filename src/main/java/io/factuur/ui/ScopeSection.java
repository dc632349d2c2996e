package io.factuur.ui;

import com.vaadin.flow.component.Component;
import io.factuur.security.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A piece that a feature adds to a scope's page of another feature; the page collects those for its place. */
public interface ScopeSection {

    /** Where it stands. */
    enum Place {
        /** On Properties, below what is known about the scope. */
        PROPERTIES,
        /** Among the buttons of the Invoices page: of a profile, an enrollment, or a subscription. */
        INVOICES_ACTION,
        /** On the Invoices page, below the list. */
        INVOICES
    }

    Place place();

    /** Place from the top, or from the left. */
    int order();

    /** The piece for a scope; nothing where the agreement has no such thing, or the person may not see it. */
    Optional<Component> show(long scopeId, Person person);

    /** What stands at a place, in order. */
    static List<Component> at(Place place, List<ScopeSection> sections, long scopeId, Person person) {
        return sections.stream()
                .filter(section -> section.place() == place)
                .sorted(Comparator.comparingInt(ScopeSection::order))
                .flatMap(section -> section.show(scopeId, person).stream())
                .toList();
    }
}
