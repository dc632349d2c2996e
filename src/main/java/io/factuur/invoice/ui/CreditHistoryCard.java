package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.factuur.invoice.CreditEntry;
import io.factuur.scope.Scope;
import io.factuur.shared.Money;
import io.factuur.ui.DataTable;
import io.factuur.ui.Formats;
import io.factuur.ui.Scrolling;
import java.util.List;

/** All that happened to a scope's prepayments and credits, the latest first. */
class CreditHistoryCard extends Section {

    private final Scope scope;
    private final boolean seesInvoices;
    private final Formats formats = Formats.here();

    CreditHistoryCard(List<CreditEntry> history, Scope scope, boolean seesInvoices) {
        this.scope = scope;
        this.seesInvoices = seesInvoices;
        addClassNames("card", "wide");
        DataTable table = new DataTable(
                        getTranslation("credits.history.when"),
                        getTranslation("credits.history.what"),
                        getTranslation("credits.history.for"))
                .withNumber(getTranslation("credits.history.amount"));
        history.forEach(entry -> table.row(
                new Span(formats.dateTime(entry.happenedAt())),
                new Span(getTranslation(entry.of().labelKey()) + ": "
                        + getTranslation(entry.kind().labelKey())),
                reason(entry),
                new Span(signed(entry))));
        String title = getTranslation("credits.history");
        add(new H2(title), new Scrolling(title, table));
    }

    private Component reason(CreditEntry entry) {
        Div cell = new Div();
        cell.addClassName("wraps");
        if (entry.invoiceNumber() != null) {
            cell.add(
                    seesInvoices
                            ? new Anchor("invoices/" + entry.invoiceNumber(), entry.invoiceNumber())
                            : new Span(entry.invoiceNumber()));
            cell.add(new Span(", " + formats.monthWithin(entry.countsIn())));
        } else if (entry.kind() == CreditEntry.Kind.APPLIED) {
            cell.add(new Span(getTranslation("credits.history.no-invoice", formats.month(entry.countsIn()))));
        }
        if (!entry.reason().isBlank()) {
            cell.add(new Span((entry.invoiceNumber() == null ? "" : " · ") + entry.reason()));
        }
        return cell;
    }

    private String signed(CreditEntry entry) {
        String money = formats.money(new Money(scope.currency(), entry.amount()));
        return entry.amount().signum() > 0 ? "+" + money : money;
    }
}
