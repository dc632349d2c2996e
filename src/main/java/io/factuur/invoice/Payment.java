package io.factuur.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** An amount that was paid on an invoice, in its currency; negative when it was paid out. */
public record Payment(
        long id,
        LocalDate paidOn,
        BigDecimal amount,
        PaymentMethod method,
        String reference,
        Instant recordedAt,
        String recordedBy) {}
