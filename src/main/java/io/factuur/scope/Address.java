package io.factuur.scope;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A postal address as it stands on an invoice.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        @Nullable String company,
        String line1,
        @Nullable String line2,
        @Nullable String line3,
        String city,
        @Nullable String postalCode,
        @Nullable String region,
        String country) {

    /** Company and street lines, those that are filled in. */
    public List<String> nameAndStreet() {
        return Stream.of(company, line1, line2, line3)
                .filter(line -> line != null && !line.isBlank())
                .toList();
    }
}
