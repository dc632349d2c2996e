package io.factuur.scope;

import io.factuur.shared.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shape of a VAT number of the European Union and its neighbours; what begins otherwise is believed. */
final class TaxIdRules {

    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            entry("AT", "U\\d{8}"),
            entry("BE", "[01]\\d{9}"),
            entry("BG", "\\d{9,10}"),
            entry("CY", "\\d{8}[A-Z]"),
            entry("CZ", "\\d{8,10}"),
            entry("DE", "\\d{9}"),
            entry("DK", "\\d{8}"),
            entry("EE", "\\d{9}"),
            entry("EL", "\\d{9}"),
            entry("ES", "[A-Z\\d]\\d{7}[A-Z\\d]"),
            entry("FI", "\\d{8}"),
            entry("FR", "[A-Z\\d]{2}\\d{9}"),
            entry("GB", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})"),
            entry("HR", "\\d{11}"),
            entry("HU", "\\d{8}"),
            entry("IE", "\\d[A-Z\\d+*]\\d{5}[A-Z]{1,2}"),
            entry("IT", "\\d{11}"),
            entry("LT", "(\\d{9}|\\d{12})"),
            entry("LU", "\\d{8}"),
            entry("LV", "\\d{11}"),
            entry("MT", "\\d{8}"),
            entry("NL", "\\d{9}B\\d{2}"),
            entry("PL", "\\d{10}"),
            entry("PT", "\\d{9}"),
            entry("RO", "\\d{2,10}"),
            entry("SE", "\\d{12}"),
            entry("SI", "\\d{8}"),
            entry("SK", "\\d{10}"));

    private TaxIdRules() {}

    /** Without spaces and points, in capitals. */
    static @Nullable String checked(@Nullable String given) {
        String text = AddressRules.text(given, "taxId", 50);
        if (text == null) {
            return null;
        }
        String id = text.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
        Pattern shape = id.length() < 3 ? null : SHAPES.get(id.substring(0, 2));
        if (shape != null && !shape.matcher(id.substring(2)).matches()) {
            throw Problem.invalid("problem.tax-id", text).in("taxId");
        }
        return id;
    }

    private static Map.Entry<String, Pattern> entry(String country, String shape) {
        return Map.entry(country, Pattern.compile(shape));
    }
}
