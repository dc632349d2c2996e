package io.factuur.shell.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.factuur.security.Operators;
import io.factuur.security.Operators.Contact;
import io.factuur.security.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom to ask: the operators of the portal. */
@Component
class Contacts {

    private final Operators operators;

    Contacts(Operators operators) {
        this.operators = operators;
    }

    Div show(Person person) {
        Div ask = new Div();
        ask.addClassName("contacts");
        List<Contact> found = operators.contacts(person);
        if (found.isEmpty()) {
            ask.add(new Paragraph(ask.getTranslation("contacts.none")));
        }
        for (Contact contact : found) {
            Anchor mail = new Anchor("mailto:" + contact.email(), contact.email());
            ask.add(new Paragraph(new Span(contact.name() + " · "), mail));
        }
        return ask;
    }
}
