package io.factuur.usage;

import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a billing period of an enrollment, or of a part of it, came to. Before tax; what the usage gave has all its digits.
 *
 * @param azure what Azure charged for usage, before credits
 * @param separately what was bought and is billed beside the usage: reservations, plans, support
 * @param marketplace what others than Microsoft sold
 * @param credits what credit rows of the usage took off, as a positive amount
 * @param prepaid the enrollment's own balance in the month; of a part of an enrollment it is none
 */
public record MonthCharges(
        LocalDate periodStart,
        Currency currency,
        BigDecimal azure,
        BigDecimal separately,
        BigDecimal marketplace,
        BigDecimal credits,
        Prepayments.Month prepaid) {

    /** The part of Azure's charges that credits paid; in an open month, what they will pay of it as it stands. */
    public Money againstCredits() {
        BigDecimal applied = prepaid.applied().add(prepaid.invoiced() ? BigDecimal.ZERO : prepaid.ending());
        return money(creditRows().add(applied).min(azure).max(BigDecimal.ZERO));
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

    /** What had been charged and came back: by credit rows beyond the month's charges, and by credit notes. Not in the total. */
    public Money refunded() {
        return money(credits.subtract(creditRows()).add(prepaid.refunded()));
    }

    private BigDecimal creditRows() {
        return credits.min(azure).max(BigDecimal.ZERO);
    }

    private Money money(BigDecimal value) {
        return new Money(currency, value);
    }
}
