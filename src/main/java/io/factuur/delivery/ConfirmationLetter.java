package io.factuur.delivery;

import io.factuur.mail.Letter;
import io.factuur.shared.Texts;
import java.time.Duration;
import java.util.Locale;

/** The words of the mail that asks a new recipient to confirm the address. Tells nothing of any invoice. */
final class ConfirmationLetter {

    private ConfirmationLetter() {}

    static Letter of(String scopeName, Locale locale, String link, Duration within, boolean repeat) {
        Letter.Builder letter = Letter.in(locale, Texts.get(locale, "delivery.confirm.subject", scopeName))
                .heading(Texts.get(locale, "delivery.confirm.heading"))
                .paragraph(Texts.get(locale, "delivery.confirm.asked", scopeName))
                .paragraph(Texts.get(locale, "delivery.confirm.until", within.toDays()))
                .button(Texts.get(locale, "delivery.confirm.button"), link)
                .small(Texts.get(locale, "delivery.confirm.ignore"));
        if (repeat) {
            letter.notice(Texts.get(locale, "delivery.mail.repeat"));
        }
        return letter.build();
    }
}
