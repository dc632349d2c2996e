package io.factuur.usage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The exact sum of what one invoice section used of one service in a period.
 *
 * @param sectionId the child of the invoiced scope on the way to what used it; null where the invoiced scope did itself
 * @param sectionName its name, the invoiced scope's where there is none
 * @param currency ISO 4217, as the usage gave it
 * @param rows how many usage rows stand behind it
 * @param cost with all digits, negative for credits and refunds
 */
public record Charge(
        long invoicedScopeId,
        String currency,
        @Nullable Long sectionId,
        String sectionName,
        String serviceName,
        String serviceCategory,
        String chargeCategory,
        String publisherName,
        long rows,
        BigDecimal cost) {}
