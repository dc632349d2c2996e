package io.factuur.usage;

import java.util.Objects;

/** Which price sheet is wanted. */
public record PriceRequest(long scopeId, PeriodChoice period, Dialect dialect) {

    /**
     * As programs write it; the dialect may be left out.
     *
     * @throws io.factuur.shared.Problem when a part is missing or not readable
     */
    public static PriceRequest of(PriceOrder order) {
        return new PriceRequest(
                UsageRequest.scopeId(order.scope()),
                PeriodChoice.of(UsageRequest.required(order.period(), "period")),
                Dialect.of(Objects.requireNonNullElse(order.dialect(), Dialect.MACHINE.code())));
    }
}
