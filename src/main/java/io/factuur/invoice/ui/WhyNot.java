package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.invoice.Availability;

/** Why an invoice is not there, who can change that and from when on it will be; where it is there, where. */
class WhyNot extends Div {

    WhyNot(Availability availability) {
        addClassName("why-not");
        if (availability.reasons().isEmpty()) {
            Paragraph there = new Paragraph(getTranslation("invoices.missing.there"));
            availability
                    .invoices()
                    .forEach(row -> there.add(new Span(" "), new Anchor("invoices/" + row.number(), row.number())));
            add(there);
            return;
        }
        add(new H3(getTranslation("invoices.why")));
        UnorderedList list = new UnorderedList();
        availability.reasons().forEach(why -> list.add(new ListItem(why.sentence(getLocale()))));
        add(list);
    }
}
