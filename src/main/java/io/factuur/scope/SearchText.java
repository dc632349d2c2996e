package io.factuur.scope;

import java.util.Locale;

/** What somebody typed, made safe for SQL's {@code like … escape '!'}. */
public final class SearchText {

    private SearchText() {}

    public static String pattern(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
