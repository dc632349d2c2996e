package io.factuur.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.shared.EmailAddress;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final String EVIL = "Acme\r\nBcc: everybody@example.com\u2028<script>alert(1)</script> {content}";

    @Test
    void whatSomebodyNamedTheirScopeBecomesNoHeaderAndNoMarkup() {
        Letter letter = Letter.in(Locale.ENGLISH, "Invoice for " + EVIL)
                .paragraph(EVIL)
                .fact(EVIL, EVIL)
                .button("Open", "https://factuur.example/a?b=\"><script>")
                .build();
        OutgoingMail mail = OutgoingMail.of(new EmailAddress("anne@example.com"), letter);

        assertThat(mail.subject())
                .isEqualTo("Invoice for Acme Bcc: everybody@example.com <script>alert(1)</script> {content}");
        assertThat(mail.text().lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(mail.html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .doesNotContain("{content}");
    }

    @Test
    void aHeaderThatWouldBreakTheLineIsRefused() {
        OutgoingMail mail = OutgoingMail.of(
                new EmailAddress("anne@example.com"),
                Letter.in(Locale.ENGLISH, "Hello").build());
        assertThatThrownBy(() -> mail.header("X-Factuur", "a\r\nBcc: b@example.com"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mail.header("X Factuur", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTextSaysTheSameAsThePage() {
        String text = Letter.in(Locale.ENGLISH, "Invoice 1")
                .notice("May be a repeat")
                .heading("Your invoice")
                .paragraph("It is ready.")
                .fact("Due", "1 May")
                .fact("Amount due", "€ 1.00")
                .button("Open the invoice", "https://factuur.example/i/1")
                .small("You get this because you asked for it.")
                .smallLink("Stop", "https://factuur.example/stop")
                .build()
                .text();
        assertThat(text).isEqualTo("""
                * May be a repeat *

                Your invoice

                It is ready.

                Due:        1 May
                Amount due: € 1.00

                Open the invoice:
                https://factuur.example/i/1

                --\s
                You get this because you asked for it.
                Stop:
                https://factuur.example/stop
                """);
    }
}
