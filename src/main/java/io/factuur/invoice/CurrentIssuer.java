package io.factuur.invoice;

/** Who issues invoices now. */
@FunctionalInterface
interface CurrentIssuer {

    IssuerSettings now();
}
