package io.factuur.delivery.ui;

import io.factuur.shared.Texts;
import java.util.Locale;

/** Why a mail waits or was left out, in words. */
final class ReasonWords {

    private ReasonWords() {}

    static String of(String reason, Locale locale) {
        return switch (reason) {
            case "not-entitled" -> Texts.get(locale, "delivery.reason.not-entitled");
            case "void" -> Texts.get(locale, "delivery.reason.void");
            case "invoice" -> Texts.get(locale, "delivery.reason.invoice");
            default -> Texts.get(locale, "delivery.reason.document", reason);
        };
    }
}
