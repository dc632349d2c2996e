package io.factuur.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells usage files which invoice a closed period's rows stand on. Implemented by the room that makes invoices; without
 * an implementation the invoice columns stay empty and no rounding row is written.
 */
public interface InvoiceNumbers {

    /** The invoices that hold for an invoiced scope and the period that starts on a day: each of its rows stands on one at most. */
    List<Issued> of(long invoicedScopeId, LocalDate periodStart);

    /**
     * @param number as printed on the invoice
     * @param currency ISO 4217: rows of this currency stand on the invoice
     * @param publishers whose rows stand on the invoice
     * @param roundingAdjustment what is to be added to the exact sum of the rows to give the invoice's total before tax
     */
    record Issued(String number, String currency, Publishers publishers, BigDecimal roundingAdjustment) {}

    /**
     * Some publishers, or all but some.
     *
     * @param names in lower case
     */
    record Publishers(Set<String> names, boolean allBut) {

        public static final Publishers ALL = new Publishers(Set.of(), true);

        /** @param publisher as it stands in the row; null where the row names none */
        public boolean have(@Nullable String publisher) {
            return names.contains(publisher == null ? "" : publisher.toLowerCase(Locale.ROOT)) != allBut;
        }
    }
}
