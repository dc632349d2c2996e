package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.delivery.Receipt;
import io.factuur.delivery.ReceiptCount;
import io.factuur.delivery.Receipts;
import io.factuur.security.Person;
import io.factuur.ui.InvoicePiece;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** On the page of an invoice: who received it, for whoever may see to whom invoices are mailed. */
@org.springframework.stereotype.Component
class ReceivedCard implements InvoicePiece {

    private static final int SHOWN = 6;
    private static final int LOOKED_THROUGH = 200;

    private final Receipts receipts;
    private final Guard guard;

    ReceivedCard(Receipts receipts, Guard guard) {
        this.receipts = receipts;
        this.guard = guard;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> show(String invoiceNumber, long scopeId, Person person) {
        return guard.allows(Operation.SEE_INVOICE_MAIL, scopeId, person)
                ? Optional.of(card(invoiceNumber, person))
                : Optional.empty();
    }

    private Component card(String number, Person person) {
        Section card = new Section();
        card.addClassNames("card", "mail-card");
        card.add(new H2(card.getTranslation("delivery.received")));
        List<Receipt> rows = receipts.of(number, 0, LOOKED_THROUGH, person).stream()
                .sorted(Comparator.comparing(receipt -> !receipt.state().needsSomebody()))
                .limit(SHOWN)
                .toList();
        if (rows.isEmpty()) {
            Paragraph nobody = new Paragraph(card.getTranslation("delivery.received.none"));
            nobody.addClassName("quiet");
            card.add(nobody);
            return card;
        }
        ReceiptCount count = receipts.count(number, person);
        UnorderedList list =
                new UnorderedList(rows.stream().map(ReceiptLine::new).toArray(ListItem[]::new));
        list.addClassName("recipient-list");
        Button all = new Button(
                card.getTranslation("delivery.receipts.open"),
                click -> new ReceiptDialog(receipts, number, person).open());
        all.addThemeVariants(ButtonVariant.TERTIARY);
        all.setAriaLabel(card.getTranslation("delivery.receipts.of", number));
        card.add(
                new Paragraph(card.getTranslation(
                        "delivery.count", count.delivered(), count.total(), count.needYou(), count.waiting())),
                list,
                all);
        return card;
    }
}
