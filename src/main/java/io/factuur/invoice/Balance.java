package io.factuur.invoice;

import java.math.BigDecimal;

/**
 * What a customer owed for a subscription before an invoice was issued, all in the minor unit. It is no part of the invoice's
 * own total.
 *
 * @param previous what was due once the invoice before was issued
 * @param payments what was paid since
 * @param adjusted credit notes since, and invoices declared void; negative where less is due for them
 */
public record Balance(BigDecimal previous, BigDecimal payments, BigDecimal adjusted) {

    public BigDecimal outstanding() {
        return previous.subtract(payments).add(adjusted);
    }
}
