package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import io.factuur.agreement.Agreement.InvoiceMail;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.ui.ScopeSection;
import java.util.Optional;

/** "Email Invoice" on the Properties of a billing profile. */
@org.springframework.stereotype.Component
class EmailInvoiceSection implements ScopeSection {

    private final MailDoors doors;

    EmailInvoiceSection(MailDoors doors) {
        this.doors = doors;
    }

    @Override
    public Place place() {
        return Place.PROPERTIES;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Component> show(long scopeId, Person person) {
        return doors.scope(scopeId, person)
                .filter(EmailInvoiceSection::fits)
                .filter(scope -> doors.sees(scope, person))
                .map(scope -> new EmailInvoiceCard(doors, scope.id(), person));
    }

    private static boolean fits(Scope scope) {
        return scope.agreement().terms().invoiceMail() == InvoiceMail.PER_PROFILE
                && scope.kind() == scope.agreement().terms().invoicedKind();
    }
}
