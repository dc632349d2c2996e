package io.factuur.invoice;

import io.factuur.access.Ground;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;

/** Which invoices stand at a scope or below it, in words that an index can follow: lists may have a million of them. */
final class InvoiceReach {

    private static final String ITSELF = "i.scope_id = :scope";
    private static final String ANYWHERE =
            "i.scope_id in (select scope_id from scope_ancestor where ancestor_id = :scope)";

    private InvoiceReach() {}

    /**
     * A condition on {@code invoice i} for {@code :scope}.
     *
     * @param order the column of the index that the condition follows, to be named first when sorting; may be empty
     * @param shared whether the agreement shares all of them, however old
     */
    record Below(String condition, String order, boolean shared) {

        /** Whether they all stand at the scope itself. */
        boolean isItself() {
            return condition.equals(ITSELF);
        }

        /** With what is too old for the person left out, where the agreement leaves something out. */
        String visible() {
            return shared ? condition : condition + " and " + Visible.OLD;
        }
    }

    static Below of(Ground ground) {
        boolean shared = sharesAll(ground.agreement());
        if (ground.kind() == ScopeKind.BILLING_ACCOUNT) {
            return new Below("i.root_id = :scope", "i.root_id", shared);
        }
        // Where invoices are made, none stand further down.
        return ground.kind() == ground.agreement().terms().invoicedKind()
                ? new Below(ITSELF, "i.scope_id", shared)
                : new Below(ANYWHERE, "", shared);
    }

    /** Whether everybody who may see the invoices of a scope may see the old ones, too. */
    static boolean sharesAll(AgreementType agreement) {
        return agreement.terms().sharedSince() == null;
    }
}
