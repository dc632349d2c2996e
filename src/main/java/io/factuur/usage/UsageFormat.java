package io.factuur.usage;

import io.factuur.shared.Problem;
import java.util.Arrays;

/** The columns of a usage file. */
public enum UsageFormat {
    /** The agreement's own columns. */
    NATIVE("native"),
    /** FinOps Open Cost and Usage Specification 1.2. */
    FOCUS_1_2("focus-1.2");

    private final String code;

    UsageFormat(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** As people write it. */
    public String title() {
        return this == NATIVE ? "Azure" : "FOCUS 1.2";
    }

    /** @throws Problem when there is no such format */
    public static UsageFormat of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("problem.usage.format", code));
    }
}
