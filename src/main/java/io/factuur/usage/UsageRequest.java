package io.factuur.usage;

import io.factuur.shared.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which usage file is wanted.
 *
 * @param only a part of the charges; null for all of them
 */
public record UsageRequest(
        long scopeId,
        PeriodChoice period,
        UsageFormat format,
        Dialect dialect,
        ChargeChoice charges,
        Metric metric,
        @Nullable Narrowing only) {

    public UsageRequest(long scopeId, PeriodChoice period, UsageFormat format, Dialect dialect, ChargeChoice charges) {
        this(scopeId, period, format, dialect, charges, Metric.ACTUAL, null);
    }

    /**
     * As programs write it.
     *
     * @throws Problem when a part is missing or not readable
     */
    public static UsageRequest of(UsageOrder order) {
        return new UsageRequest(
                scopeId(order.scope()),
                PeriodChoice.ofDaysToo(required(order.period(), "period")),
                UsageFormat.of(Objects.requireNonNullElse(order.format(), UsageFormat.NATIVE.code())),
                Dialect.of(Objects.requireNonNullElse(order.dialect(), Dialect.MACHINE.code())),
                ChargeChoice.of(Objects.requireNonNullElse(order.charges(), ChargeChoice.ALL.code())),
                Metric.of(Objects.requireNonNullElse(order.metric(), Metric.ACTUAL.code())),
                Narrowing.of(order.by(), order.tag(), order.value()));
    }

    public UsageOrder order() {
        return UsageOrder.of(this);
    }

    static long scopeId(@Nullable String scope) {
        try {
            return Long.parseLong(required(scope, "scope"));
        } catch (NumberFormatException wrong) {
            throw Problem.invalid("problem.parameter.number", "scope", String.valueOf(scope));
        }
    }

    static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid("problem.field-missing", field);
        }
        return value;
    }
}
