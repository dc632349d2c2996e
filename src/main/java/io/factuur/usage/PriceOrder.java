package io.factuur.usage;

import org.jspecify.annotations.Nullable;

/**
 * A price sheet, or another file of a scope's period, as programs ask for it; the dialect may be left out.
 *
 * @param period {@code 2024-09}, or the first day of a period
 */
public record PriceOrder(
        @Nullable String scope,
        @Nullable String period,
        @Nullable String dialect) {}
