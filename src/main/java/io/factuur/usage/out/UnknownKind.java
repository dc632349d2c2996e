package io.factuur.usage.out;

import java.util.regex.Pattern;

/** Guesses from its name whether an unknown column counts something: only then may Excel's decimal mark be put in. */
final class UnknownKind {

    private static final Pattern COUNTS =
            Pattern.compile("(cost|price|quantity|rate|amount|credit)(in\\w+)?$", Pattern.CASE_INSENSITIVE);

    private UnknownKind() {}

    static Kind of(String name) {
        return COUNTS.matcher(name).find() ? Kind.NUMBER : Kind.TEXT;
    }
}
