package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.delivery.ReceiptBook;
import io.factuur.delivery.ReceiptCount;
import io.factuur.delivery.Receipts;
import io.factuur.security.Person;
import io.factuur.ui.ScopeSection;
import java.util.List;
import java.util.Optional;

/** Below the invoices of a scope: how many of each invoice's mails have arrived, and how many need somebody. */
@org.springframework.stereotype.Component
class ReceiptBooks implements ScopeSection {

    private static final int LATEST = 6;

    private final MailDoors doors;
    private final Receipts receipts;

    ReceiptBooks(MailDoors doors, Receipts receipts) {
        this.doors = doors;
        this.receipts = receipts;
    }

    @Override
    public Place place() {
        return Place.INVOICES;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Optional<Component> show(long scopeId, Person person) {
        return doors.scope(scopeId, person)
                .filter(scope -> doors.sees(scope, person))
                .map(scope -> receipts.latest(scopeId, LATEST, person))
                .filter(books -> !books.isEmpty())
                .map(books -> card(books, person));
    }

    private Component card(List<ReceiptBook> books, Person person) {
        Section card = new Section();
        card.addClassNames("card", "mail-card");
        UnorderedList list = new UnorderedList();
        list.addClassName("recipient-list");
        books.forEach(book -> list.add(row(card, book, person)));
        card.add(new H2(card.getTranslation("delivery.receipts")), list);
        return card;
    }

    private ListItem row(Section card, ReceiptBook book, Person person) {
        ReceiptCount count = book.count();
        Span number = new Span(book.invoiceNumber());
        number.addClassName("recipient-address");
        Span summary = new Span(card.getTranslation(
                "delivery.count", count.delivered(), count.total(), count.needYou(), count.waiting()));
        summary.addClassName(count.needYou() > 0 ? "recipient-trouble" : "recipient-about");
        Div words = new Div(number, summary);
        words.addClassName("recipient-words");
        Button open = new Button(
                card.getTranslation("delivery.receipts.open"),
                click -> new ReceiptDialog(receipts, book.invoiceNumber(), person).open());
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.setAriaLabel(card.getTranslation("delivery.receipts.of", book.invoiceNumber()));
        ListItem row = new ListItem(words, open);
        row.addClassName("recipient-row");
        return row;
    }
}
