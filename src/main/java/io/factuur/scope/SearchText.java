package io.factuur.scope;

import java.util.Locale;

/** What somebody typed, made safe for SQL's {@code like … escape '!'}. */
final class SearchText {

    private SearchText() {}

    static String pattern(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
