package io.factuur.delivery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.factuur.delivery.MailState;
import io.factuur.delivery.Receipt;
import io.factuur.ui.Badge;
import io.factuur.ui.Formats;

/** One recipient of an invoice: who, since when, the server's words, and where the mail stands. */
class ReceiptLine extends ListItem {

    ReceiptLine(Receipt receipt) {
        Span who = new Span(who(receipt));
        who.addClassName("recipient-address");
        Span when = new Span(when(receipt));
        when.addClassNames("quiet", "recipient-about");
        Div words = new Div(who, when);
        words.addClassName("recipient-words");
        if (receipt.words() != null && !receipt.words().isBlank()) {
            Span trouble = new Span(receipt.words());
            trouble.addClassName("recipient-trouble");
            words.add(trouble);
        }
        addClassName("recipient-row");
        add(
                words,
                new Badge(tone(receipt.state()), getTranslation(receipt.state().labelKey())));
    }

    private String who(Receipt receipt) {
        String address = receipt.recipient() == null ? getTranslation("delivery.erased-address") : receipt.recipient();
        return receipt.name() == null ? address : receipt.name() + " · " + address;
    }

    private String when(Receipt receipt) {
        Formats formats = Formats.here();
        if (receipt.downloadedAt() != null) {
            return getTranslation("delivery.receipts.downloaded", formats.dateTime(receipt.downloadedAt()));
        }
        if (receipt.acceptedAt() != null) {
            return getTranslation("delivery.receipts.accepted", formats.dateTime(receipt.acceptedAt()));
        }
        return receipt.reason() == null
                ? getTranslation("delivery.receipts.queued", formats.dateTime(receipt.queuedAt()))
                : ReasonWords.of(receipt.reason(), getLocale());
    }

    private static Badge.Tone tone(MailState state) {
        if (state.needsSomebody()) {
            return Badge.Tone.BAD;
        }
        return state.delivered() ? Badge.Tone.GOOD : state.waiting() ? Badge.Tone.WARN : Badge.Tone.NEUTRAL;
    }
}
