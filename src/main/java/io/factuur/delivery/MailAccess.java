package io.factuur.delivery;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import org.springframework.stereotype.Component;

/** Who may see and change the mail of a scope: the guard's answer, and the operator where the agreement says so. */
@Component
class MailAccess {

    private final Guard guard;
    private final RecipientStore store;

    MailAccess(Guard guard, RecipientStore store) {
        this.guard = guard;
        this.store = store;
    }

    MailScope requireSeeing(long scopeId, Person person) {
        return require(Operation.SEE_INVOICE_MAIL, scopeId, person);
    }

    MailScope requireChanging(long scopeId, Person person) {
        return require(Operation.CHANGE_INVOICE_MAIL, scopeId, person);
    }

    boolean mayChange(MailScope scope, Person person) {
        return keptByOperator(scope, person) || guard.allows(Operation.CHANGE_INVOICE_MAIL, scope.id(), person);
    }

    private MailScope require(Operation operation, long scopeId, Person person) {
        MailScope scope =
                store.scope(scopeId).orElseThrow(() -> guard.refuseUnknown(operation, String.valueOf(scopeId), person));
        if (keptByOperator(scope, person)) {
            guard.requireOperator(operation.name(), person);
        } else {
            guard.require(operation, scopeId, person);
        }
        return scope;
    }

    private static boolean keptByOperator(MailScope scope, Person person) {
        return person.operator()
                && scope.mail().keptByOperator()
                && scope.kind() == scope.agreement().terms().invoicedKind();
    }
}
