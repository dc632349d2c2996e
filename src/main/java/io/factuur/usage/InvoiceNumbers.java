package io.factuur.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Tells usage files which invoice a closed period's rows stand on. Implemented by the room that makes invoices; without
 * an implementation the invoice columns stay empty and no rounding row is written.
 */
public interface InvoiceNumbers {

    /** The invoices that hold for an invoiced scope and the period that starts on a day: one for each currency at most. */
    List<Issued> of(long invoicedScopeId, LocalDate periodStart);

    /**
     * @param number as printed on the invoice
     * @param currency ISO 4217: rows of this currency stand on the invoice
     * @param roundingAdjustment what is to be added to the exact sum of the rows to give the invoice's total before tax
     */
    record Issued(String number, String currency, BigDecimal roundingAdjustment) {}
}
