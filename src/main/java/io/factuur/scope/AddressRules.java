package io.factuur.scope;

import io.factuur.shared.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an address must have, by country. Countries that are not listed here are believed. */
final class AddressRules {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> WITH_REGION = Set.of("US", "CA", "AU");

    private static final Map<String, Pattern> POSTAL_CODES = Map.ofEntries(
            entry("NL", "[1-9]\\d{3} ?[A-Z]{2}"),
            entry("BE", "[1-9]\\d{3}"),
            entry("LU", "(L-)?\\d{4}"),
            entry("DE", "\\d{5}"),
            entry("FR", "\\d{5}"),
            entry("ES", "\\d{5}"),
            entry("IT", "\\d{5}"),
            entry("AT", "\\d{4}"),
            entry("CH", "\\d{4}"),
            entry("DK", "\\d{4}"),
            entry("SE", "\\d{3} ?\\d{2}"),
            entry("PL", "\\d{2}-\\d{3}"),
            entry("PT", "\\d{4}-\\d{3}"),
            entry("IE", "[A-Z]\\d[\\dW] ?[A-Z\\d]{4}"),
            entry("GB", "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}"),
            entry("US", "\\d{5}(-\\d{4})?"),
            entry("CA", "[A-Z]\\d[A-Z] ?\\d[A-Z]\\d"),
            entry("AU", "\\d{4}"),
            entry("JP", "\\d{3}-?\\d{4}"));

    private AddressRules() {}

    /** The address as it is kept: trimmed, empty lines left out, country and postal code in capitals. */
    static @Nullable Address checked(@Nullable Address given) {
        if (given == null || isEmpty(given)) {
            return null;
        }
        String country = required(given.country(), "country").toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw Problem.invalid("problem.address.country", given.country()).in("country");
        }
        return new Address(
                text(given.company(), "company", 200),
                required(text(given.line1(), "line1", 200), "line1"),
                text(given.line2(), "line2", 200),
                text(given.line3(), "line3", 200),
                required(text(given.city(), "city", 100), "city"),
                postalCode(text(given.postalCode(), "postalCode", 20), country),
                region(text(given.region(), "region", 100), country),
                country);
    }

    private static boolean isEmpty(Address given) {
        return given.nameAndStreet().isEmpty()
                && text(given.city(), "city", 100) == null
                && text(given.postalCode(), "postalCode", 20) == null;
    }

    private static @Nullable String postalCode(@Nullable String given, String country) {
        String code = given == null ? null : given.toUpperCase(Locale.ROOT);
        Pattern shape = POSTAL_CODES.get(country);
        if (shape == null) {
            return code;
        }
        if (code == null || !shape.matcher(code).matches()) {
            throw Problem.invalid("problem.address.postal-code", code == null ? "" : code, country(country))
                    .in("postalCode");
        }
        return code;
    }

    private static @Nullable String region(@Nullable String given, String country) {
        if (given == null && WITH_REGION.contains(country)) {
            throw Problem.invalid("problem.address.region", country(country)).in("region");
        }
        return given;
    }

    static @Nullable String text(@Nullable String given, String field, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String text = given.strip();
        if (text.length() > longest) {
            throw Problem.invalid("problem.field-long", field, longest).in(field);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("problem.field-control", field).in(field);
        }
        return text;
    }

    private static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("problem.field-missing", field).in(field);
        }
        return text.strip();
    }

    /** As an argument of a sentence, which names it in the reader's language. */
    static Locale country(String code) {
        return Locale.of("", code);
    }

    private static Map.Entry<String, Pattern> entry(String country, String shape) {
        return Map.entry(country, Pattern.compile(shape));
    }
}
