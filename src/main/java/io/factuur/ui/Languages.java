package io.factuur.ui;

import com.vaadin.flow.server.VaadinRequest;
import io.factuur.shared.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Which language a browser is spoken to in, before or without a person's own choice. */
public final class Languages {

    private Languages() {}

    /** What was chosen in this browser, else the first of its languages that there is a bundle for, else English. */
    public static Locale of(VaadinRequest request) {
        return BrowserMemory.recall(request, BrowserMemory.LANGUAGE)
                .map(Locale::forLanguageTag)
                .filter(Texts.LANGUAGES::contains)
                .orElseGet(() -> preferred(Collections.list(request.getLocales())));
    }

    private static Locale preferred(List<Locale> wanted) {
        return wanted.stream()
                .map(locale -> Locale.of(locale.getLanguage()))
                .filter(Texts.LANGUAGES::contains)
                .findFirst()
                .orElse(Texts.LANGUAGES.getFirst());
    }

    /** The language's name in itself: "Nederlands". */
    public static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
