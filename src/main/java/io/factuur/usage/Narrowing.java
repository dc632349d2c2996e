package io.factuur.usage;

import io.factuur.shared.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of the charges: the rows behind one bar.
 *
 * @param tag the key, where it is by tag; else empty
 * @param value a service, region, resource group or tag value as the breakdown names it; a scope's ID for a subscription;
 *     empty for the rows that have none
 */
public record Narrowing(Dimension by, String tag, String value) {

    /** @throws Problem when the value cannot be one of the dimension */
    public Narrowing {
        try {
            if (by == Dimension.DAY) {
                LocalDate.parse(value);
            } else if (by == Dimension.SUBSCRIPTION) {
                Long.parseLong(value);
            }
        } catch (DateTimeParseException | NumberFormatException wrong) {
            throw Problem.invalid(
                    by == Dimension.DAY ? "problem.parameter.day" : "problem.parameter.number", "value", value);
        }
        if (by == Dimension.TAG && tag.isEmpty()) {
            throw Problem.invalid("problem.field-missing", "tag");
        }
    }

    /** As programs write it; null where nothing is said. */
    static @Nullable Narrowing of(@Nullable String by, @Nullable String tag, @Nullable String value) {
        return by == null || by.isBlank()
                ? null
                : new Narrowing(
                        Dimension.of(by), Objects.requireNonNullElse(tag, ""), Objects.requireNonNullElse(value, ""));
    }
}
