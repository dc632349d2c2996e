package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which invoices stand at a scope or below it, in words that an index can follow: lists may have a million of them. */
@Repository
class InvoiceReach {

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

    private static final String ITSELF = "i.scope_id = :scope";
    private static final String ANYWHERE =
            "i.scope_id in (select scope_id from scope_ancestor where ancestor_id = :scope)";

    private final JdbcClient jdbc;

    InvoiceReach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Below of(long scopeId) {
        return jdbc.sql("select id = root_id as root, kind, agreement from scope where id = :id")
                .param("id", scopeId)
                .query((row, no) -> below(
                        row.getBoolean("root"),
                        ScopeKind.valueOf(row.getString("kind")),
                        AgreementType.valueOf(row.getString("agreement"))))
                .optional()
                .orElse(new Below(ANYWHERE, "", false));
    }

    /** Whether everybody who may see the invoices of a scope may see the old ones, too. */
    static boolean sharesAll(AgreementType agreement) {
        return agreement.terms().sharedSince() == null;
    }

    private static Below below(boolean root, ScopeKind kind, AgreementType agreement) {
        boolean shared = sharesAll(agreement);
        if (root) {
            return new Below("i.root_id = :scope", "i.root_id", shared);
        }
        // Where invoices are made, none stand further down.
        return kind == agreement.terms().invoicedKind()
                ? new Below(ITSELF, "i.scope_id", shared)
                : new Below(ANYWHERE, "", shared);
    }
}
