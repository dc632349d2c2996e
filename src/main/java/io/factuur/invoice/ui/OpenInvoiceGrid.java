package io.factuur.invoice.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.OpenInvoices;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.StillGrid;

/** The invoices that wait for a payment or a settlement, the longest due first. */
class OpenInvoiceGrid extends StillGrid<InvoiceRow> {

    private static final String NUMBER = """
            <div class="cell-stack">
              <a class="cell-link" href="operator/invoices?number=${item.number}">${item.number}</a>
              <span class="quiet cell-under only-narrow">${item.due}</span>
            </div>""";
    private static final String BADGE = "<span class=\"badge badge-${item.tone}\">${item.status}</span>";

    private final Formats formats = Formats.here();

    OpenInvoiceGrid(OpenInvoices open, Person person) {
        addThemeName("wrap-cell-content");
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(getTranslation("life.none-open"));
        addColumn(LitRenderer.<InvoiceRow>of(NUMBER)
                        .withProperty("number", InvoiceRow::number)
                        .withProperty("due", this::due))
                .setHeader(getTranslation("invoices.number"))
                .setWidth("10rem")
                .setFlexGrow(1);
        addColumn(InvoiceRow::scopeName)
                .setHeader(getTranslation("invoices.scope"))
                .setWidth("12rem")
                .setFlexGrow(2);
        addColumn(row -> formats.period(row.period()))
                .setHeader(getTranslation("invoices.period"))
                .setWidth("11.5rem");
        addColumn(row -> formats.date(row.dueDate()))
                .setHeader(getTranslation("invoices.due-date"))
                .setWidth("8rem")
                .setFlexGrow(0);
        addColumn(LitRenderer.<InvoiceRow>of(BADGE)
                        .withProperty("tone", row -> Tones.word(Tones.of(row.status())))
                        .withProperty("status", row -> getTranslation(row.statusKey())))
                .setHeader(getTranslation("invoices.status"))
                .setWidth("8rem")
                .setFlexGrow(0);
        addColumn(this::due)
                .setHeader(getTranslation("invoices.amount-due"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("9rem")
                .setFlexGrow(0);
        setItems(page -> open.page(page.getOffset(), page.getLimit(), person).stream(), all -> open.count(person));
    }

    private String due(InvoiceRow row) {
        return formats.money(new Money(row.figures().currency(), row.amountDue()));
    }
}
