package io.factuur.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount that was paid on an invoice, in its currency; negative when it was paid out.
 *
 * @param otherNumber the invoice it was set off against, whose payment names this one; null where money moved
 */
public record Payment(
        long id,
        LocalDate paidOn,
        BigDecimal amount,
        PaymentMethod method,
        String reference,
        @Nullable String otherNumber,
        Instant recordedAt,
        String recordedBy) {}
