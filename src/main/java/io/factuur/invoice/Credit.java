package io.factuur.invoice;

import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A prepayment or credit of a scope.
 *
 * @param remaining what no invoice has taken yet
 * @param validTo the last day; null for no end
 */
public record Credit(
        long id,
        long scopeId,
        CreditKind kind,
        String currency,
        BigDecimal amount,
        BigDecimal remaining,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String note,
        Instant grantedAt,
        String grantedBy) {

    /** Where it stands. */
    public enum State {
        TO_COME,
        ACTIVE,
        USED_UP,
        EXPIRED
    }

    public State state(LocalDate today) {
        if (remaining.signum() == 0) {
            return State.USED_UP;
        }
        if (validTo != null && validTo.isBefore(today)) {
            return State.EXPIRED;
        }
        return validFrom.isAfter(today) ? State.TO_COME : State.ACTIVE;
    }

    Credit in(Currency of) {
        int digits = Money.minorDigits(of);
        return new Credit(
                id,
                scopeId,
                kind,
                currency,
                amount.setScale(digits, RoundingMode.DOWN),
                remaining.setScale(digits, RoundingMode.DOWN),
                validFrom,
                validTo,
                note,
                grantedAt,
                grantedBy);
    }
}
