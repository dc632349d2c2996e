package io.factuur.usage;

import io.factuur.shared.Problem;
import java.util.Arrays;
import java.util.Locale;

/** How commitments are counted. */
public enum Metric {
    /** When they are bought: what is billed. */
    ACTUAL,
    /** Spread over what used them. */
    AMORTIZED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem when there is no such metric */
    public static Metric of(String code) {
        return Arrays.stream(values())
                .filter(metric -> metric.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("problem.usage.metric", code));
    }
}
