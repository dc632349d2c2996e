package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.delivery.MailState;
import io.factuur.delivery.Receipt;
import io.factuur.delivery.Receipts;
import io.factuur.security.Person;
import io.factuur.ui.Badge;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;
import java.util.List;

/** The receipt book of one invoice: each recipient, what became of the mail, and the server's words. */
class ReceiptDialog extends Dialog {

    private static final int PAGE = 100;

    private final Receipts receipts;
    private final String number;
    private final Person person;
    private final boolean mayResend;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button(getTranslation("delivery.receipts.more"), click -> next());
    private long last;

    ReceiptDialog(Receipts receipts, String number, Person person) {
        this.receipts = receipts;
        this.number = number;
        this.person = person;
        this.mayResend = receipts.mayResend(number, person);
        addClassName("mail-dialog");
        setHeaderTitle(getTranslation("delivery.receipts.of", number));
        list.addClassName("recipient-list");
        Paragraph about = new Paragraph(getTranslation("delivery.receipts.about"));
        about.addClassName("quiet");
        add(about, list, more);
        next();
        getFooter().add(new Button(getTranslation("ui.close"), click -> close()));
    }

    private void next() {
        List<Receipt> rows = receipts.of(number, last, PAGE, person);
        rows.forEach(row -> list.add(row(row)));
        last = rows.isEmpty() ? last : rows.getLast().id();
        more.setVisible(rows.size() == PAGE);
    }

    private void reload() {
        list.removeAll();
        last = 0;
        next();
    }

    private ListItem row(Receipt receipt) {
        Span who =
                new Span(receipt.recipient() == null ? getTranslation("delivery.erased-address") : receipt.recipient());
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
        ListItem row = new ListItem(
                words,
                new Badge(tone(receipt.state()), getTranslation(receipt.state().labelKey())));
        row.addClassName("recipient-row");
        if (mayResend && !receipt.state().waiting()) {
            row.add(resend(receipt));
        }
        return row;
    }

    private String when(Receipt receipt) {
        if (receipt.downloadedAt() != null) {
            return getTranslation("delivery.receipts.downloaded", Formats.here().dateTime(receipt.downloadedAt()));
        }
        if (receipt.acceptedAt() != null) {
            return getTranslation("delivery.receipts.accepted", Formats.here().dateTime(receipt.acceptedAt()));
        }
        return receipt.reason() == null
                ? getTranslation("delivery.receipts.queued", Formats.here().dateTime(receipt.queuedAt()))
                : ReasonWords.of(receipt.reason(), getLocale());
    }

    private Button resend(Receipt receipt) {
        Button again = new Button(
                getTranslation("delivery.resend"),
                click -> Notices.attempt(() -> {
                    receipts.resend(receipt.id(), person);
                    Notices.done(getTranslation("delivery.resent"));
                    reload();
                }));
        again.addThemeVariants(ButtonVariant.TERTIARY);
        return again;
    }

    private static Badge.Tone tone(MailState state) {
        if (state.needsSomebody()) {
            return Badge.Tone.BAD;
        }
        return state.delivered() ? Badge.Tone.GOOD : state.waiting() ? Badge.Tone.WARN : Badge.Tone.NEUTRAL;
    }
}
