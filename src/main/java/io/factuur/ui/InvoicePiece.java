package io.factuur.ui;

import com.vaadin.flow.component.Component;
import io.factuur.security.Person;
import java.util.Optional;

/** A piece that a feature adds to the page of an invoice; the page collects them. */
public interface InvoicePiece {

    /** Place from the top. */
    int order();

    /**
     * The piece for an invoice; nothing where the person may not see it.
     *
     * @param scopeId the invoiced scope
     */
    Optional<Component> show(String invoiceNumber, long scopeId, Person person);
}
