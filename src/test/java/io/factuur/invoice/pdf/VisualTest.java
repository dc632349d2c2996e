package io.factuur.invoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected as the Unicode charts and Annex 9 have it. */
class VisualTest {

    @Test
    void whatRunsFromLeftToRightStaysAsItIs() {
        assertThat(Visual.of("Łódź – Αθήνα – 東京 (12)")).isEqualTo("Łódź – Αθήνα – 東京 (12)");
    }

    /** Beh at the beginning, in the middle and at the end of a word, and alone. */
    @Test
    void lettersJoinTheirNeighbours() {
        assertThat(Visual.of("\u0628\u0628\u0628")).isEqualTo("\ufe90\ufe92\ufe91");
        assertThat(Visual.of("\u0628")).isEqualTo("\ufe8f");
    }

    /** Alef joins nothing after it; after lam the two are one letter. */
    @Test
    void someJoinOnOneSideOnlyAndTwoBecomeOne() {
        assertThat(Visual.of("\u0627\u0628")).isEqualTo("\ufe8f\ufe8d");
        assertThat(Visual.of("\u0644\u0627")).isEqualTo("\ufefb");
    }

    @Test
    void figuresKeepTheirOrderAndBracketsTurn() {
        assertThat(Visual.of("\u05d0\u05d1 (12.50) \u05d2")).isEqualTo("\u05d2 (12.50) \u05d1\u05d0");
    }

    @Test
    void aMarkStaysWithItsLetter() {
        assertThat(Visual.of("\u05d1\u05bc\u05d0")).isEqualTo("\u05d0\u05d1\u05bc");
    }

    @Test
    void aNameInAnotherDirectionIsTurnedWithinItsLine() {
        assertThat(Visual.of("Acme \u05d0\u05d1 Ltd")).isEqualTo("Acme \u05d1\u05d0 Ltd");
    }
}
