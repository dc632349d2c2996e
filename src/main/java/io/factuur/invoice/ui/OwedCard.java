package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.OwedInvoices;
import io.factuur.invoice.OwedInvoices.Owed;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Formats;
import io.factuur.ui.HomeCard;
import io.factuur.ui.KeyFigure;
import io.factuur.ui.LinkedRows;
import java.util.List;
import java.util.Optional;

/** What is to be paid and when: the sum by currency, and each scope with the way to its invoices. */
@org.springframework.stereotype.Component
class OwedCard implements HomeCard {

    private static final int MOST = 6;

    private final OwedInvoices owed;

    OwedCard(OwedInvoices owed) {
        this.owed = owed;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> show(Person person) {
        List<Owed> sums = owed.together(person);
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        Section card = new Section(new H2(text("home.owed")));
        card.addClassName("card");
        Div figures = new Div();
        figures.addClassName("key-figures");
        sums.forEach(sum ->
                figures.add(new KeyFigure(text("home.owed.due"), Formats.here().money(sum.due())).detail(due(sum))));
        LinkedRows rows = new LinkedRows(text("home.owed.rows"));
        owed.byScope(MOST, person)
                .forEach(row -> rows.add(rows(row.scopeId(), row), row.scopeName(), when(row), money(row)));
        card.add(figures, rows);
        return Optional.of(card);
    }

    /** When the first of it is due, or since when it is overdue. */
    static String due(Owed sum) {
        Formats formats = Formats.here();
        return sum.overdueInvoices() == 0
                ? text("home.owed.next", formats.date(sum.firstDue()))
                : text(
                        "home.owed.late",
                        formats.money(sum.overdue()),
                        sum.overdueInvoices(),
                        formats.date(sum.firstDue()));
    }

    private static String when(Owed row) {
        String day = Formats.here().date(row.firstDue());
        return row.overdueInvoices() == 0
                ? text("home.owed.on", row.invoices(), day)
                : text("home.owed.since", row.overdueInvoices(), day);
    }

    private static String money(Owed row) {
        return Formats.here().money(row.due());
    }

    /** The invoices that are overdue. */
    static String overdue(Owed row) {
        return "billing/" + row.scopeId() + "/invoices?status=" + InvoiceStatus.OVERDUE;
    }

    /** The invoices that make up the sum; where some are overdue and some only due, these two first. */
    static String rows(long scopeId, Owed sum) {
        String path = "billing/" + scopeId + "/invoices?";
        if (sum.overdueInvoices() > 0 && sum.overdueInvoices() < sum.invoices()) {
            return path + "sort=status";
        }
        return path + "status=" + (sum.overdueInvoices() == 0 ? InvoiceStatus.DUE : InvoiceStatus.OVERDUE);
    }

    private static String text(String key, Object... arguments) {
        return Texts.get(UI.getCurrent().getLocale(), key, arguments);
    }
}
