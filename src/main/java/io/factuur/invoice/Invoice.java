package io.factuur.invoice;

import java.time.Instant;
import java.util.List;

/** An invoice with all that its documents say. */
public record Invoice(
        InvoiceRow row,
        int paymentTermDays,
        IssuerSettings issuer,
        Customer customer,
        Instant issuedAt,
        List<InvoiceLine> lines) {

    public String number() {
        return row.number();
    }

    public Figures figures() {
        return row.figures();
    }
}
