package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrintPausesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final PrintPauses pauses = new PrintPauses();

    @Test
    void whatHasNotFailedIsPrintedAtOnce() {
        assertThat(pauses.isOver("F-1 invoice.pdf", NOW)).isTrue();
        assertThat(pauses.isOn("F-1 invoice.pdf")).isFalse();
    }

    @Test
    void eachFailureMakesThePauseLongerUntilSixHours() {
        assertThat(pauses.failed("F-1 invoice.pdf", NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauses.failed("F-1 invoice.pdf", NOW)).isEqualTo(Duration.ofMinutes(2));
        for (int i = 0; i < 20; i++) {
            pauses.failed("F-1 invoice.pdf", NOW);
        }
        assertThat(pauses.failed("F-1 invoice.pdf", NOW)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void afterItsPauseItIsTriedAgainAndForgottenOnceItIsThere() {
        pauses.failed("F-1 invoice.pdf", NOW);
        assertThat(pauses.isOver("F-1 invoice.pdf", NOW.plusSeconds(59))).isFalse();
        assertThat(pauses.isOver("F-1 invoice.pdf", NOW.plusSeconds(60))).isTrue();
        assertThat(pauses.isOver("F-1 tax.pdf", NOW)).isTrue();
        pauses.succeeded("F-1 invoice.pdf");
        assertThat(pauses.isOn("F-1 invoice.pdf")).isFalse();
    }
}
