package io.factuur.invoice;

import io.factuur.agreement.Agreement;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one invoice section used of one item at one price.
 *
 * @param part the item's part number
 * @param item what was used, as the usage described it
 * @param quantity and unitPrice as the usage gave them; null where it gave none
 * @param amount of the invoice's charges that it stands for, in the minor unit
 */
public record Transaction(
        String section,
        String service,
        String category,
        String publisher,
        String charge,
        String part,
        String item,
        String unit,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        BigDecimal amount) {

    /** Whether somebody else sold it: what "Usage + charges" counts as marketplace. */
    public boolean isThirdParty(Agreement terms) {
        return !terms.creditsCover("Usage", publisher);
    }

    /** What only a line is known of: one, at the line's amount. */
    static Transaction of(InvoiceLine line) {
        return new Transaction(
                line.sectionName(),
                line.serviceName(),
                line.serviceCategory(),
                line.publisherName(),
                line.chargeCategory(),
                "",
                line.serviceName(),
                "",
                BigDecimal.ONE,
                line.amount(),
                line.amount());
    }
}
