package io.factuur.usage;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which price sheet is wanted. */
public record PriceRequest(long scopeId, PeriodChoice period, Dialect dialect) {

    /**
     * As programs write it; the dialect may be left out.
     *
     * @throws io.factuur.shared.Problem when a part is missing or not readable
     */
    public static PriceRequest of(@Nullable String scope, @Nullable String period, @Nullable String dialect) {
        return new PriceRequest(
                UsageRequest.scopeId(scope),
                PeriodChoice.of(UsageRequest.required(period, "period")),
                Dialect.of(Objects.requireNonNullElse(dialect, Dialect.MACHINE.code())));
    }
}
