package io.factuur.delivery.ui;

import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.agreement.Operation;
import io.factuur.delivery.MailPreferences;
import io.factuur.delivery.MailRecipients;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeRow;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The services behind the pieces of this room's pages, handed on together. */
@Component
record MailDoors(Scopes scopes, MailPreferences preferences, MailRecipients recipients, Guard guard) {

    Optional<Scope> scope(long id, Person person) {
        return scopes.find(id, person).map(ScopeRow::scope);
    }

    /** Whether the person may see the mail preference, for the guard's reasons or as the operator who keeps contacts. */
    boolean sees(Scope scope, Person person) {
        boolean keeps =
                person.operator() && scope.agreement().terms().invoiceMail().keptByOperator();
        return keeps || guard.allows(Operation.SEE_INVOICE_MAIL, scope.id(), person);
    }

    /** Why the person may not change it, and who can. */
    String whyNot(long scopeId, Person person, Locale locale) {
        return Reasons.sentence(guard.decide(Operation.CHANGE_INVOICE_MAIL, scopeId, person), locale);
    }
}
