package io.factuur.shell.ui;

/** The links of whoever runs the portal. */
class OperatorNavigation extends Navigation {

    OperatorNavigation() {
        setLabel(getTranslation("nav.operator"));
        link("operator/accounts", "nav.operator.accounts", "tree");
        link("operator/imports", "nav.operator.imports", "import");
        link("operator/billing-runs", "nav.operator.runs", "run");
        link("operator/invoices", "nav.operator.invoices", "invoice");
        link("operator/credits", "nav.operator.credits", "credit");
        link("operator/mail", "nav.operator.mail", "mail");
        link("operator/audit", "nav.operator.audit", "audit");
        link("operator/people", "nav.operator.people", "people");
        link("operator/issuer", "issuer.title", "properties");
    }
}
