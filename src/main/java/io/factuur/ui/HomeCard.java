package io.factuur.ui;

import com.vaadin.flow.component.Component;
import io.factuur.security.Person;
import java.util.Optional;

/** A card of Home, given by a feature and collected by the shell: what a person's first questions are answered with. */
public interface HomeCard {

    /** Place from the top. */
    int order();

    /** The answer, of what the person may see only; nothing where there is none. A few questions to the database at most. */
    Optional<Component> show(Person person);
}
