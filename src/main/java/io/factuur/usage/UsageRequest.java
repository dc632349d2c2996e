package io.factuur.usage;

/** Which usage file is wanted. */
public record UsageRequest(
        long scopeId, PeriodChoice period, UsageFormat format, Dialect dialect, ChargeChoice charges) {}
