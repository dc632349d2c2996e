package io.factuur.usage;

import java.util.Locale;

/** The names of a file's columns, which are written in many ways. */
public final class ColumnName {

    private ColumnName() {}

    /** What is compared: letters and digits in lower case, {@code metersubcategory} of {@code Meter Sub-category}. */
    public static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                key.append(name.charAt(i));
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
