package io.factuur.invoice;

import io.factuur.agreement.Agreement;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one invoice section used of one product at one price.
 *
 * @param sectionId null where the invoiced scope itself used it
 * @param quantity and unitPrice as the usage gave them; null where it gave none
 * @param priceCurrency ISO 4217, where it is priced in another currency than it is billed in; null else
 * @param amount of the invoice's charges that it stands for, in the minor unit
 * @param saved what its usage cost less than at list price, all digits; null where a row of it names no list cost
 */
public record Transaction(
        @Nullable Long sectionId,
        String section,
        String service,
        String category,
        String publisher,
        String charge,
        Product product,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        @Nullable String priceCurrency,
        BigDecimal amount,
        @Nullable BigDecimal saved) {

    /** Whether somebody else sold it: what "Usage + charges" counts as marketplace. */
    public boolean isThirdParty(Agreement terms) {
        return !terms.creditsCover("Usage", publisher);
    }

    /** The same on the paper that gives it back: less of it, at the same price. */
    Transaction givenBack() {
        return new Transaction(
                sectionId,
                section,
                service,
                category,
                publisher,
                charge,
                product,
                quantity == null ? null : quantity.negate(),
                unitPrice,
                priceCurrency,
                amount.negate(),
                saved == null ? null : saved.negate());
    }

    /** What only a line is known of: one, at the line's amount. */
    static Transaction of(InvoiceLine line) {
        return of(line, BigDecimal.ONE, line.amount());
    }

    /** A line as it stands, with neither quantity nor price. */
    public static Transaction bare(InvoiceLine line) {
        return of(line, null, null);
    }

    private static Transaction of(InvoiceLine line, @Nullable BigDecimal quantity, @Nullable BigDecimal unitPrice) {
        return new Transaction(
                line.sectionId(),
                line.sectionName(),
                line.serviceName(),
                line.serviceCategory(),
                line.publisherName(),
                line.chargeCategory(),
                Product.named(line.serviceName()),
                quantity,
                unitPrice,
                null,
                line.amount(),
                null);
    }
}
