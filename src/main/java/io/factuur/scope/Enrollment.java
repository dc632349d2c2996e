package io.factuur.scope;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The contract of an Enterprise Agreement.
 *
 * @param end the last day
 * @param channel Direct or Indirect
 */
public record Enrollment(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable String channel,
        @Nullable String supportLevel) {

    static final Enrollment UNKNOWN = new Enrollment(null, null, null, null);
}
