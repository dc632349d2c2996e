package io.factuur.usage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What an import found and did.
 *
 * @param billedCost of the rows taken, by currency, with the digits of the file
 * @param lateRows rows of closed periods that were not billed before and went to the next open one
 * @param alreadyBilledRows rows of closed periods that were billed before and were left out
 * @param missingRows rows that were billed before and are not in this file; nothing was credited for them
 * @param missingCost what those cost, all currencies together
 * @param roundedRows rows whose cost had more than 18 decimals
 * @param newSubscriptions subscriptions that were not known before
 * @param replacedRows rows of older deliveries whose place was taken
 * @param amortized the file spreads commitments over time and is not what is billed
 * @param billedScopes scopes that the file's BillingAccountIds name
 * @param otherCurrencies in which the file has costs of a scope that is billed in another one,
 *     at most {@value #MOST_CURRENCIES}
 * @param periods what came for each invoiced scope and period, at most {@value #MOST_PERIODS}
 */
public record ImportFigures(
        List<Cost> billedCost,
        long lateRows,
        long alreadyBilledRows,
        long missingRows,
        BigDecimal missingCost,
        long roundedRows,
        long newSubscriptions,
        long replacedRows,
        boolean amortized,
        List<Long> billedScopes,
        List<OtherCurrency> otherCurrencies,
        List<Period> periods) {

    public static final int MOST_PERIODS = 1_000;
    public static final int MOST_CURRENCIES = 5;

    public static final ImportFigures NONE =
            new ImportFigures(List.of(), 0, 0, 0, BigDecimal.ZERO, 0, 0, 0, false, List.of(), List.of(), List.of());

    /** Figures kept before there was a hint about currencies have none. */
    public ImportFigures {
        otherCurrencies = Objects.requireNonNullElse(otherCurrencies, List.of());
    }

    /** Costs in a currency that is not the scope's. */
    public record OtherCurrency(String currency, String scopeName, String billedIn) {}

    /** @param value exact decimal text */
    public record Cost(String currency, String value) {}

    /**
     * @param scope the invoiced scope; for a subscription that a dry run did not create, the billed scope
     * @param scopeName for people
     * @param period {@code yyyy-MM}, or the first day of a period that is no calendar month
     * @param lateFrom the closed period that the rows are late for, null when they are not
     */
    public record Period(
            long scope,
            String scopeName,
            String period,
            @org.jspecify.annotations.Nullable String lateFrom,
            long rows,
            Cost billedCost) {}
}
