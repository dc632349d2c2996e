package io.factuur.invoice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice with all that its documents say.
 *
 * @param creditFor on a credit note: the number of the invoice it gives money back for
 * @param rebillOf the number of the invoice that it replaces
 */
public record Invoice(
        InvoiceRow row,
        int paymentTermDays,
        IssuerSettings issuer,
        Customer customer,
        Instant issuedAt,
        @Nullable String creditFor,
        @Nullable String rebillOf,
        List<InvoiceLine> lines) {

    public String number() {
        return row.number();
    }

    public Figures figures() {
        return row.figures();
    }
}
