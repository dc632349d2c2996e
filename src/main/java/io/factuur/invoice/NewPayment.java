package io.factuur.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the operator gives to record a payment.
 *
 * @param paidOn today when left out
 * @param amount in the invoice's currency; all that is due when left out
 * @param reference what the bank wrote, may be empty; for a settlement the number of the other invoice
 */
public record NewPayment(
        @Nullable LocalDate paidOn,
        @Nullable BigDecimal amount,
        @Nullable PaymentMethod method,
        @Nullable String reference) {}
