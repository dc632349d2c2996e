package io.factuur.scope;

import io.factuur.shared.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shape of a number in a register of companies, by country; the registers that are not listed here are believed. */
final class RegistrationRules {

    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            entry("NL", "\\d{8}"),
            entry("BE", "[01]\\d{9}"),
            entry("FR", "(\\d{9}|\\d{14})"),
            entry("GB", "([A-Z]{2}\\d{6}|\\d{8})"),
            entry("DK", "\\d{8}"),
            entry("NO", "\\d{9}"),
            entry("SE", "\\d{10}"),
            entry("FI", "\\d{8}"),
            entry("PL", "\\d{10}"),
            entry("CZ", "\\d{8}"),
            entry("AU", "(\\d{9}|\\d{11})"),
            entry("BR", "[A-Z\\d]{12}\\d{2}"),
            entry("IN", "[A-Z]\\d{5}[A-Z]{2}\\d{4}[A-Z]{3}\\d{6}"));

    private RegistrationRules() {}

    /**
     * Where the country's register is known, without spaces, points, strokes and slashes, in capitals; else as given.
     *
     * @param at the address that says in which country
     */
    static @Nullable String checked(@Nullable String given, @Nullable Address at) {
        String text = AddressRules.text(given, "registrationNumber", 50);
        Pattern shape = at == null ? null : SHAPES.get(at.country());
        if (text == null || at == null || shape == null) {
            return text;
        }
        String number = text.toUpperCase(Locale.ROOT).replaceAll("[\\s./-]", "");
        if (!shape.matcher(number).matches()) {
            throw Problem.invalid("problem.registration-number", text, AddressRules.country(at.country()))
                    .in("registrationNumber");
        }
        return number;
    }

    private static Map.Entry<String, Pattern> entry(String country, String shape) {
        return Map.entry(country, Pattern.compile(shape));
    }
}
