package io.factuur.invoice.ui;

import io.factuur.invoice.InvoiceStatus;
import io.factuur.ui.Badge;
import java.util.Locale;

/** How good a status is. */
final class Tones {

    private Tones() {}

    static Badge.Tone of(InvoiceStatus status) {
        return switch (status) {
            case DUE -> Badge.Tone.INFO;
            case CREDIT -> Badge.Tone.WARN;
            case OVERDUE -> Badge.Tone.BAD;
            case PAID -> Badge.Tone.GOOD;
            case VOID -> Badge.Tone.NEUTRAL;
        };
    }

    /** The last part of the badge's class. */
    static String word(Badge.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
