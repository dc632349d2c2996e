package io.factuur.usage;

import io.factuur.shared.Problem;
import java.util.Arrays;
import java.util.Locale;

/** Which charges of a period: those of closed periods, which stand on an invoice, those still open, or both. */
public enum ChargeChoice {
    BILLED,
    OPEN,
    ALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a period's rows are wanted. */
    public boolean wants(boolean closed) {
        return this == ALL || closed == (this == BILLED);
    }

    /** @throws Problem when there is no such choice */
    public static ChargeChoice of(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("problem.usage.charges", code));
    }
}
