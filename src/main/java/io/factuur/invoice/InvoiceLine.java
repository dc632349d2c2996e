package io.factuur.invoice;

import java.math.BigDecimal;
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
        BigDecimal amount) {}
