package io.factuur.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Tells "Usage + charges" what was paid beforehand and what became of it. Implemented by the room that makes invoices;
 * without an implementation nothing was paid beforehand.
 */
public interface Prepayments {

    /** The months of an invoiced scope that start in {@code [from, to)} and know of credits or credit notes, or got no invoice. */
    List<Month> of(long invoicedScopeId, LocalDate from, LocalDate to);

    /**
     * A month in the minor unit: {@code starting + given + adjusted - applied = ending}.
     *
     * @param applied what the month's invoices took off its charges
     * @param refunded what credit notes gave back of the month's invoices, before tax
     * @param invoiced whether the month is closed; while it is open, what is left is what it may still take
     * @param withoutInvoice whether it is closed and nothing was left to bill
     */
    record Month(
            LocalDate start,
            Currency currency,
            BigDecimal starting,
            BigDecimal given,
            BigDecimal adjusted,
            BigDecimal applied,
            BigDecimal ending,
            BigDecimal refunded,
            boolean invoiced,
            boolean withoutInvoice) {

        static Month none(LocalDate start, Currency currency) {
            BigDecimal zero = BigDecimal.ZERO;
            return new Month(start, currency, zero, zero, zero, zero, zero, zero, true, false);
        }
    }
}
