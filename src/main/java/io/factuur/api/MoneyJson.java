package io.factuur.api;

import io.factuur.shared.Money;

/** Money as programs read it; the value is always a string, so that no reader makes a float of it. */
public record MoneyJson(String currency, String value) {

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.currency().getCurrencyCode(), money.plain());
    }
}
