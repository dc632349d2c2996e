package io.factuur.usage;

import io.factuur.shared.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which usage file is wanted. */
public record UsageRequest(
        long scopeId, PeriodChoice period, UsageFormat format, Dialect dialect, ChargeChoice charges) {

    /**
     * As programs write it; format, dialect and charges may be left out.
     *
     * @throws Problem when a part is missing or not readable
     */
    public static UsageRequest of(
            @Nullable String scope,
            @Nullable String period,
            @Nullable String format,
            @Nullable String dialect,
            @Nullable String charges) {
        return new UsageRequest(
                scopeId(scope),
                PeriodChoice.of(required(period, "period")),
                UsageFormat.of(Objects.requireNonNullElse(format, UsageFormat.NATIVE.code())),
                Dialect.of(Objects.requireNonNullElse(dialect, Dialect.MACHINE.code())),
                ChargeChoice.of(Objects.requireNonNullElse(charges, ChargeChoice.ALL.code())));
    }

    static long scopeId(@Nullable String scope) {
        try {
            return Long.parseLong(required(scope, "scope"));
        } catch (NumberFormatException wrong) {
            throw Problem.invalid("problem.parameter", "scope", String.valueOf(scope));
        }
    }

    static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid("problem.field-missing", field);
        }
        return value;
    }
}
