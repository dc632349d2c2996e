package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.invoice.InvoiceEvent;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.InvoiceStory;
import io.factuur.invoice.Payment;
import io.factuur.shared.Money;
import io.factuur.ui.DataTable;
import io.factuur.ui.Formats;
import java.math.BigDecimal;
import java.util.List;

/** What was paid, and what else became of the invoice. */
class PaymentsCard extends Section {

    private final Formats formats = Formats.here();

    PaymentsCard(InvoiceRow row, InvoiceStory story) {
        addClassName("card");
        add(new H2(getTranslation("invoice.payments")));
        BigDecimal received = story.payments().stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal setOff = row.figures()
                .total()
                .subtract(received)
                .subtract(row.amountDue())
                .abs();
        boolean settled = row.status() != InvoiceStatus.VOID && setOff.signum() != 0;
        if (settled) {
            add(setOff(row, setOff, story));
        }
        if (story.payments().isEmpty() && !settled) {
            Paragraph none = new Paragraph(getTranslation("invoice.payments.none"));
            none.addClassName("quiet");
            add(none);
        }
        if (!story.payments().isEmpty()) {
            DataTable table = new DataTable(
                            getTranslation("invoice.payments.on"),
                            getTranslation("invoice.payments.method"),
                            getTranslation("invoice.payments.reference"))
                    .withNumber(getTranslation("invoice.payments.amount"));
            story.payments()
                    .forEach(paid -> table.row(
                            new Span(formats.date(paid.paidOn())),
                            how(paid),
                            new Span(paid.otherNumber() == null ? paid.reference() : ""),
                            new Span(formats.money(new Money(row.figures().currency(), paid.amount())))));
            add(table);
        }
        if (!story.events().isEmpty()) {
            UnorderedList events = new UnorderedList();
            events.addClassName("events");
            story.events().forEach(event -> events.add(item(event)));
            add(new H2(getTranslation("invoice.events")), events);
        }
    }

    /** How it was paid; a set-off leads to the other invoice, whose card leads back. */
    private Span how(Payment paid) {
        String other = paid.otherNumber();
        return other == null
                ? new Span(getTranslation(paid.method().labelKey()))
                : new Span(
                        new Span(getTranslation("invoice.payments.with") + " "),
                        new Anchor("invoices/" + other, other));
    }

    /** What a credit note took off an invoice without any payment. */
    private Paragraph setOff(InvoiceRow row, BigDecimal amount, InvoiceStory story) {
        String money = formats.money(new Money(row.figures().currency(), amount));
        Paragraph line = new Paragraph(new Span(getTranslation("invoice.payments.set-off", money)));
        List<String> others = story.creditFor() == null ? story.creditNotes() : List.of(story.creditFor());
        others.forEach(number -> line.add(new Span(" "), new Anchor("invoices/" + number, number)));
        return line;
    }

    private ListItem item(InvoiceEvent event) {
        ListItem item = new ListItem(new Span(formats.dateTime(event.happenedAt()) + ": "
                + getTranslation(event.kind().labelKey()) + " "));
        if (event.otherNumber() != null) {
            item.add(new Anchor("invoices/" + event.otherNumber(), event.otherNumber()), new Span(" "));
        }
        Span reason = new Span("“" + event.reason() + "”");
        reason.addClassName("quiet");
        item.add(reason);
        return item;
    }
}
