package io.factuur.usage;

import io.factuur.shared.Problem;
import io.factuur.shared.Texts;
import java.util.List;
import java.util.Locale;

/** Words that are kept to be read later, in the reader's language. */
public record Sentence(String key, List<Object> arguments) {

    public static Sentence of(Problem problem) {
        return new Sentence(problem.key(), problem.arguments());
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    public String text(Locale locale) {
        return Texts.get(locale, key, arguments.toArray());
    }
}
