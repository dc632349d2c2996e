package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.invoice.Availability;

/** Why an invoice is not there, who can change that and from when on it will be. */
class WhyNot extends Div {

    WhyNot(Availability availability) {
        addClassName("why-not");
        add(new H3(getTranslation("invoices.why")));
        UnorderedList list = new UnorderedList();
        availability.reasons().forEach(why -> list.add(new ListItem(why.sentence(getLocale()))));
        add(list);
    }
}
