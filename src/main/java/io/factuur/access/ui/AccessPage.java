package io.factuur.access.ui;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.ui.ScopePage;
import org.springframework.stereotype.Component;

/** "Access control (IAM)" in the menu of every scope. */
@Component
class AccessPage implements ScopePage {

    static final String SEGMENT = "access";

    @Override
    public String segment() {
        return SEGMENT;
    }

    @Override
    public String labelKey() {
        return "access.title";
    }

    @Override
    public String icon() {
        return "people";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Operation needs() {
        return Operation.SEE_ACCESS;
    }

    @Override
    public boolean fits(AgreementType agreement, ScopeKind kind) {
        return true;
    }
}
