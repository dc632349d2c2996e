package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.factuur.agreement.Agreement.InvoiceMail;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.ui.ScopeSection;
import io.factuur.ui.ScopeSection.Place;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who receives the invoices of an enrollment: on its Properties and on its Invoices page. */
@Configuration
class InvoiceContacts {

    @Bean
    ScopeSection contactsOnProperties(MailDoors doors) {
        return new Contacts(doors, Place.PROPERTIES);
    }

    @Bean
    ScopeSection contactsOnInvoices(MailDoors doors) {
        return new Contacts(doors, Place.INVOICES);
    }

    private record Contacts(MailDoors doors, Place place) implements ScopeSection {

        @Override
        public int order() {
            return 60;
        }

        @Override
        public Optional<Component> show(long scopeId, Person person) {
            return doors.scope(scopeId, person)
                    .filter(Contacts::fits)
                    .filter(scope -> doors.sees(scope, person))
                    .map(scope -> card(scope.id(), person));
        }

        private static boolean fits(Scope scope) {
            return scope.agreement().terms().invoiceMail() == InvoiceMail.CONTACTS
                    && scope.kind() == scope.agreement().terms().invoicedKind();
        }

        private Component card(long scopeId, Person person) {
            Section card = new Section();
            card.addClassNames("card", "mail-card");
            card.add(
                    new H2(card.getTranslation("delivery.contacts")),
                    new Paragraph(card.getTranslation("delivery.contacts.about")),
                    new RecipientPanel(doors, doors.preferences().get(scopeId, person), person, now -> {}));
            return card;
        }
    }
}
