package io.factuur.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
}
