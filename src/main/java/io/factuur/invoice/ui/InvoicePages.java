package io.factuur.invoice.ui;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.ui.ScopePage;
import org.springframework.stereotype.Component;

/** "Invoices" in the menu of every scope at which, or below which, invoices are made. */
@Component
class InvoicePages implements ScopePage {

    @Override
    public String segment() {
        return "invoices";
    }

    @Override
    public String labelKey() {
        return "invoices.title";
    }

    @Override
    public String icon() {
        return "invoice";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Operation needs() {
        return Operation.SEE_INVOICES;
    }

    @Override
    public boolean fits(AgreementType agreement, ScopeKind kind) {
        return kind == ScopeKind.BILLING_ACCOUNT || kind == agreement.terms().invoicedKind();
    }
}
