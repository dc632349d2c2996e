package io.factuur.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void aQuoteIsShownOnceWithAndWithoutArguments() {
        assertThat(Texts.get(Locale.ENGLISH, "problem.body")).startsWith("The request's body");
    }

    @Test
    void anUnknownLanguageReadsEnglish() {
        assertThat(Texts.get(Locale.JAPANESE, "home.title")).isEqualTo("Home");
        assertThat(Texts.get(Locale.of("nl", "BE"), "home.title")).isEqualTo("Start");
    }

    @Test
    void aFileMoreIsALanguageMore() throws IOException {
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/vaadin-i18n"))) {
            assertThat(Texts.LANGUAGES)
                    .hasSize((int) bundles.count())
                    .startsWith(Locale.ENGLISH)
                    .contains(Locale.of("nl"), Locale.GERMAN);
        }
        assertThat(Texts.get(Locale.GERMANY, "invoices.title")).isEqualTo("Rechnungen");
    }
}
