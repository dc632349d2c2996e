package io.factuur.usage;

import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a billing period of an enrollment, or of a part of it, came to. All with all their digits and before tax.
 *
 * @param azure what Azure charged for usage, before credits
 * @param separately what was bought and is billed beside the usage: reservations, plans, support
 * @param marketplace what others than Microsoft sold
 * @param credits what credit rows took off, as a positive amount
 */
public record MonthCharges(
        LocalDate periodStart,
        Currency currency,
        BigDecimal azure,
        BigDecimal separately,
        BigDecimal marketplace,
        BigDecimal credits) {

    /** The part of Azure's charges that credits paid. */
    public Money againstCredits() {
        return money(credits.min(azure).max(BigDecimal.ZERO));
    }

    /** The part of Azure's charges that is left to pay. */
    public Money overage() {
        return money(azure.subtract(againstCredits().value()));
    }

    public Money billedSeparately() {
        return money(separately);
    }

    public Money sold() {
        return money(marketplace);
    }

    /** The sum of the four. */
    public Money total() {
        return money(azure.add(separately).add(marketplace));
    }

    /** Credits beyond the month's charges: what had been paid comes back. Not in the total. */
    public Money refunded() {
        return money(credits.subtract(againstCredits().value()));
    }

    private Money money(BigDecimal value) {
        return new Money(currency, value);
    }
}
