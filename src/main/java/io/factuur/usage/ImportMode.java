package io.factuur.usage;

import io.factuur.shared.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a file does to what came before it for the same billed scope and month. */
public enum ImportMode {
    /** It takes the place of the older deliveries of open periods. */
    REPLACE,
    /** It is added to them: exports that come in parts. */
    APPEND;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem when there is no such mode */
    public static ImportMode of(String code) {
        return Arrays.stream(values())
                .filter(mode -> mode.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "problem.parameter.one-of",
                        "mode",
                        code,
                        Arrays.stream(values()).map(ImportMode::code).collect(Collectors.joining(", "))));
    }
}
