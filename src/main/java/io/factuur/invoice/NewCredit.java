package io.factuur.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount that the operator gives to a scope.
 *
 * @param amount positive, in the scope's currency
 * @param validTo the last day; null for no end
 */
public record NewCredit(
        CreditKind kind,
        BigDecimal amount,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String note) {}
