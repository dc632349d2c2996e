package io.factuur.usage.ui;

import io.factuur.shared.Money;
import io.factuur.usage.MonthCharges;
import java.util.Locale;
import java.util.function.Function;

/** What a month's total is made of, in the order in which the columns give way where there is no room for all. */
enum MonthPart {
    REFUNDED("usage.charges.refunded", MonthCharges::refunded),
    SEPARATELY("usage.charges.separately", MonthCharges::billedSeparately),
    MARKETPLACE("usage.charges.marketplace", MonthCharges::sold),
    OVERAGE("usage.charges.overage", MonthCharges::overage),
    CREDITS("usage.charges.against-credits", MonthCharges::againstCredits);

    private final String labelKey;
    private final Function<MonthCharges, Money> money;

    MonthPart(String labelKey, Function<MonthCharges, Money> money) {
        this.labelKey = labelKey;
        this.money = money;
    }

    String labelKey() {
        return labelKey;
    }

    Money of(MonthCharges month) {
        return money.apply(month);
    }

    /** As what stands under the month in the column's stead is called. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
