package io.factuur.invoice;

import java.util.List;

/** Published in the transaction that issued them: listen after commit. */
public record InvoicesIssued(List<Issued> invoices) {

    /** @param scopeId the invoiced scope */
    public record Issued(long id, String number, long scopeId) {}
}
