package io.factuur.invoice;

import io.factuur.shared.Labelled;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a prepayment or credit.
 *
 * @param creditId which one
 * @param amount what it added, in the minor unit; negative for what it took
 * @param countsIn the month whose balance it belongs to: an invoice's entries belong to the month that it bills
 * @param invoiceNumber of the invoice that took it, or gave it back
 */
public record CreditEntry(
        long id,
        long creditId,
        CreditKind of,
        Kind kind,
        BigDecimal amount,
        YearMonth countsIn,
        @Nullable String invoiceNumber,
        String reason,
        Instant happenedAt,
        String happenedBy) {

    /** What it was. */
    public enum Kind implements Labelled {
        GIVEN,
        APPLIED,
        /** An invoice that had taken it was voided or wholly credited. */
        RETURNED,
        /** Put right by the operator, up or down. */
        ADJUSTED;

        /** Key of the words people read. */
        @Override
        public String labelKey() {
            return "credits.entry." + name();
        }
    }
}
