package io.factuur.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency. The value keeps every digit it was given; only {@link #rounded()} drops any.
 *
 * @param value the amount in the currency's major unit (euros, not cents)
 */
public record Money(Currency currency, BigDecimal value) implements Comparable<Money> {

    public static Money of(String currency, String value) {
        return new Money(Currency.getInstance(currency), new BigDecimal(value));
    }

    public static Money zero(Currency currency) {
        return new Money(currency, BigDecimal.ZERO.setScale(minorDigits(currency)));
    }

    /** Decimals of the currency's minor unit (ISO 4217): JPY 0, EUR 2, KWD 3. */
    public static int minorDigits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** This amount in the currency's minor unit, half up. */
    public Money rounded() {
        return new Money(currency, value.setScale(minorDigits(currency), RoundingMode.HALF_UP));
    }

    public Money plus(Money other) {
        return new Money(currency, value.add(same(other).value));
    }

    public Money minus(Money other) {
        return new Money(currency, value.subtract(same(other).value));
    }

    public Money negated() {
        return new Money(currency, value.negate());
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** The value without exponent, as files and the API carry it. */
    public String plain() {
        // The shorter way writes the same unless it needs an exponent, in a third of the time.
        String text = value.toString();
        return text.indexOf('E') < 0 ? text : value.toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return value.compareTo(same(other).value);
    }

    @Override
    public String toString() {
        return plain() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
