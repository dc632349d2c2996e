package io.factuur.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/**
 * The terms of invoices by mail, as accepted with an opt-in. A version is never changed once it has been shown: a new
 * text is a new file {@code delivery/terms/VERSION.LANGUAGE.txt} and a new first entry here.
 */
public final class MailTerms {

    /** The newest first. */
    public static final List<String> VERSIONS = List.of("2026-11");

    private MailTerms() {}

    public static String current() {
        return VERSIONS.getFirst();
    }

    /** Paragraphs, separated by empty lines; in English for whoever reads neither language. */
    public static String text(String version, Locale locale) {
        String language = locale.getLanguage().equals("nl") ? "nl" : "en";
        if (!VERSIONS.contains(version)) {
            throw new IllegalArgumentException("No such version of the terms: " + version);
        }
        try {
            return new ClassPathResource("delivery/terms/" + version + "." + language + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
