package io.factuur.agreement;

import io.factuur.shared.Labelled;

/** The agreement types there are; each leads to its definition. */
public enum AgreementType implements Labelled {
    MOSP(new OnlineServicesProgram()),
    EA(new EnterpriseAgreement()),
    MCA(new CustomerAgreement());

    private final Agreement terms;

    AgreementType(Agreement terms) {
        this.terms = terms;
    }

    public Agreement terms() {
        return terms;
    }

    /** Key of the agreement's name: "Microsoft Customer Agreement". */
    @Override
    public String labelKey() {
        return "agreement." + name();
    }
}
