package io.factuur.invoice;

import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What one invoice section used of one service.
 *
 * @param no from 1, in the order of the document
 * @param sectionId null where the invoiced scope itself used it
 * @param exactCost with all digits
 * @param amount in the minor unit; the amounts of an invoice add up to its charges
 */
public record InvoiceLine(
        int no,
        @Nullable Long sectionId,
        String sectionName,
        String serviceName,
        String serviceCategory,
        String chargeCategory,
        String publisherName,
        BigDecimal exactCost,
        BigDecimal amount) {

    /** The same with the amount in the currency's minor unit. */
    InvoiceLine in(Currency currency) {
        return new InvoiceLine(
                no,
                sectionId,
                sectionName,
                serviceName,
                serviceCategory,
                chargeCategory,
                publisherName,
                exactCost,
                amount.setScale(Money.minorDigits(currency)));
    }
}
