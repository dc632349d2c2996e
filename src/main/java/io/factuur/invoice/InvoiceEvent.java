package io.factuur.invoice;

import io.factuur.shared.Labelled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an invoice after it was issued.
 *
 * @param otherNumber the credit note, or the invoice that replaces it
 */
public record InvoiceEvent(
        Kind kind, @Nullable String otherNumber, String reason, Instant happenedAt, String happenedBy) {

    /** What it was. */
    public enum Kind implements Labelled {
        VOIDED,
        CREDITED,
        REBILLED;

        @Override
        public String labelKey() {
            return "invoice.event." + name();
        }
    }
}
