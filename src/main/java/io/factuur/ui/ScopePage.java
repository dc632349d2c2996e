package io.factuur.ui;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;

/**
 * An entry of the scope menu, offered by a feature and collected by the shell: a page at {@code /billing/{scope}/segment}.
 */
public interface ScopePage {

    /** Last part of the address, {@code invoices}. */
    String segment();

    /** Key of its name. */
    String labelKey();

    /** Name of an icon under {@code icons/}, without ending. */
    String icon();

    /** Place in the menu, from the top. */
    int order();

    /** What a person must be allowed to do at the scope to be shown the page. */
    Operation needs();

    /** Where it is for a scope, without a leading slash. */
    default String path(long scopeId) {
        return "billing/" + scopeId + "/" + segment();
    }

    /** Whether the agreement has this page for such a scope at all. */
    boolean fits(AgreementType agreement, ScopeKind kind);
}
