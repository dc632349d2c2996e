package io.factuur.invoice.ui;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.ui.ScopePage;
import org.springframework.stereotype.Component;

/** "Credits + commitments" in the menu of every scope that gets invoices of its own. */
@Component
class CreditPages implements ScopePage {

    @Override
    public String segment() {
        return "credits";
    }

    @Override
    public String labelKey() {
        return "credits.title";
    }

    @Override
    public String icon() {
        return "credit";
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public Operation needs() {
        return Operation.DOWNLOAD_PRICES;
    }

    @Override
    public boolean fits(AgreementType agreement, ScopeKind kind) {
        return kind == agreement.terms().invoicedKind();
    }
}
