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
    public static final List<String> VERSIONS = List.of("2026-11", "2018-05");

    private MailTerms() {}

    public static String current() {
        return VERSIONS.getFirst();
    }

    /** Paragraphs, separated by empty lines; in English where there is no translation. */
    public static String text(String version, Locale locale) {
        if (!VERSIONS.contains(version)) {
            throw new IllegalArgumentException("No such version of the terms: " + version);
        }
        ClassPathResource own = file(version, locale);
        try {
            return (own.exists() ? own : file(version, Locale.ENGLISH)).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static ClassPathResource file(String version, Locale locale) {
        return new ClassPathResource("delivery/terms/" + version + "." + locale.getLanguage() + ".txt");
    }
}
