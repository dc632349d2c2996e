package io.factuur.invoice.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.OpenInvoices;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.NarrowGrid;
import io.factuur.ui.StillGrid;

/** The invoices that wait for a payment or a settlement, the longest due first. */
class OpenInvoiceGrid extends StillGrid<InvoiceRow> {

    /** The number says what columns beside it would that have no room. */
    private static final String NUMBER = """
            <div class="cell-stack">
              <a class="cell-link" href="operator/invoices?number=${item.number}">${item.number}</a>
              <span class="quiet cell-under cell-wrap only-narrow">${item.scope}</span>
              <span class="quiet cell-under only-narrow for-period">${item.period}</span>
              <span class="quiet cell-under only-narrow">${item.due}</span>
            </div>""";

    private static final String BADGE = "<span class=\"badge badge-${item.tone}\">${item.status}</span>";

    private final Formats formats = Formats.here();

    OpenInvoiceGrid(OpenInvoices open, Person person) {
        addThemeName("wrap-cell-content");
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(getTranslation("life.none-open"));
        Column<InvoiceRow> number = addColumn(LitRenderer.<InvoiceRow>of(NUMBER)
                        .withProperty("number", InvoiceRow::number)
                        .withProperty("scope", InvoiceRow::scopeName)
                        .withProperty("period", row -> formats.period(row.period()))
                        .withProperty("due", this::due))
                .setHeader(getTranslation("invoices.number"))
                .setWidth("9rem")
                .setFlexGrow(1);
        addColumn(InvoiceRow::scopeName)
                .setHeader(getTranslation("invoices.scope"))
                .setWidth("10rem")
                .setFlexGrow(2);
        Column<InvoiceRow> period = addColumn(row -> formats.period(row.period()))
                .setHeader(getTranslation("invoices.period"))
                .setWidth("11.5rem");
        addColumn(row -> formats.date(row.dueDate()))
                .setHeader(getTranslation("invoices.due-date"))
                .setWidth("8rem")
                .setFlexGrow(0);
        Column<InvoiceRow> status = addColumn(LitRenderer.<InvoiceRow>of(BADGE)
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
        NarrowGrid.keep(number, "9rem");
        NarrowGrid.keep(status, "7.75rem");
        NarrowGrid.giveWay(period, 0, "period");
        NarrowGrid.fit(this);
        setItems(page -> open.page(page.getOffset(), page.getLimit(), person).stream(), all -> open.count(person));
    }

    private String due(InvoiceRow row) {
        return formats.money(new Money(row.figures().currency(), row.amountDue()));
    }
}
