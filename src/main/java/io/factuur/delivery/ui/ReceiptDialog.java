package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.delivery.Receipt;
import io.factuur.delivery.Receipts;
import io.factuur.security.Person;
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
        ListItem row = new ReceiptLine(receipt);
        if (mayResend && !receipt.state().waiting()) {
            row.add(resend(receipt));
        }
        return row;
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
}
