package io.factuur.usage;

import io.factuur.shared.Problem;
import io.factuur.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that are kept to be read later, in the reader's language.
 *
 * @param reason a sentence within this one, in the place of its last argument
 */
public record Sentence(
        String key, List<Object> arguments, @Nullable Sentence reason) {

    public static Sentence of(Problem problem) {
        return new Sentence(problem.key(), problem.arguments(), null);
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments), null);
    }

    public Sentence because(Sentence why) {
        return new Sentence(key, arguments, why);
    }

    public String text(Locale locale) {
        List<Object> all = new ArrayList<>(arguments);
        if (reason != null) {
            all.add(reason.text(locale));
        }
        return Texts.get(locale, key, all.toArray());
    }
}
