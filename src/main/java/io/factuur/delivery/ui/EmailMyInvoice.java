package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.factuur.agreement.Agreement.InvoiceMail;
import io.factuur.agreement.ScopeKind;
import io.factuur.delivery.MailPreference;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.ui.DisabledReason;
import io.factuur.ui.Icons;
import io.factuur.ui.ScopeSection;
import java.util.Optional;

/** "Email my invoice" on a subscription's Invoices page; where it cannot be used, it says why. */
@org.springframework.stereotype.Component
class EmailMyInvoice implements ScopeSection {

    /** In the address, opens the dialog with the page. */
    static final String OPEN = "email";

    private final MailDoors doors;

    EmailMyInvoice(MailDoors doors) {
        this.doors = doors;
    }

    @Override
    public Place place() {
        return Place.INVOICES_ACTION;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> show(long scopeId, Person person) {
        return doors.scope(scopeId, person)
                .filter(scope -> scope.kind() == ScopeKind.SUBSCRIPTION)
                .flatMap(scope -> button(scope, person));
    }

    private Optional<Component> button(Scope scope, Person person) {
        Button button = new Button(Icons.of("mail"));
        button.setText(button.getTranslation("delivery.email-my-invoice"));
        InvoiceMail mail = scope.agreement().terms().invoiceMail();
        if (mail == InvoiceMail.CONTACTS) {
            return Optional.of(new DisabledReason(button, button.getTranslation("delivery.not-offered.ea")));
        }
        if (mail != InvoiceMail.PER_SUBSCRIPTION) {
            return Optional.empty();
        }
        if (!doors.sees(scope, person)) {
            String why = doors.whyNot(scope.id(), person, UI.getCurrent().getLocale());
            return Optional.of(new DisabledReason(button, why));
        }
        MailPreference preference = doors.preferences().get(scope.id(), person);
        if (preference.notOffered() != null) {
            return Optional.of(new DisabledReason(button, button.getTranslation(preference.notOffered())));
        }
        button.addClickListener(click -> new EmailMyInvoiceDialog(doors, scope.id(), person).open());
        button.addAttachListener(attach -> {
            if (attach.getUI()
                    .getActiveViewLocation()
                    .getQueryParameters()
                    .getParameters()
                    .containsKey(OPEN)) {
                new EmailMyInvoiceDialog(doors, scope.id(), person).open();
            }
        });
        return Optional.of(button);
    }
}
