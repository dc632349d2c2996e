package io.factuur.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of something that can be done with something else: "Download invoice" in "download contoso". */
public record Phrase(String words) {

    private static final int SHORTEST = 3;

    public static Phrase of(String key, Locale locale) {
        return new Phrase(Texts.get(locale, key, ""));
    }

    /** What is left of what was typed without the words of this; empty where none of them was meant. */
    public Optional<String> rest(String typed) {
        List<String> own = Likeness.words(Likeness.fold(words));
        List<String> rest = new ArrayList<>();
        boolean meant = false;
        for (String word : Likeness.words(Likeness.fold(typed))) {
            if (own.stream().anyMatch(mine -> mine.startsWith(word) || Likeness.near(word, mine))) {
                meant |= word.length() >= SHORTEST;
            } else {
                rest.add(word);
            }
        }
        return meant ? Optional.of(String.join(" ", rest)) : Optional.empty();
    }
}
