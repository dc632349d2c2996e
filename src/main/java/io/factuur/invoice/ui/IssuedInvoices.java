package io.factuur.invoice.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.ValueProvider;
import io.factuur.invoice.BillingRun;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.Invoices;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.StillGrid;
import java.math.BigDecimal;

/** What one billing run issued. */
class IssuedInvoices extends Section {

    private static final int SHOWN = 200;

    private final Invoices invoices;
    private final Formats formats = Formats.here();
    private final H2 title = new H2();

    final StillGrid<InvoiceRow> grid = new StillGrid<>();

    IssuedInvoices(Invoices invoices) {
        this.invoices = invoices;
        addClassName("card");
        setVisible(false);
        grid.addColumn(InvoiceRow::number)
                .setHeader(getTranslation("invoices.number"))
                .setWidth("9rem");
        grid.addColumn(InvoiceRow::scopeName)
                .setHeader(getTranslation("invoices.scope"))
                .setWidth("12rem")
                .setFlexGrow(2);
        grid.addColumn(row -> formats.period(row.period()))
                .setHeader(getTranslation("invoices.period"))
                .setWidth("10rem");
        money("invoices.subtotal", row -> row.figures().subtotal());
        money("invoices.total", row -> row.figures().total());
        grid.setEmptyStateText(getTranslation("runs.nothing"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        add(title, grid);
    }

    void show(BillingRun run, Person person) {
        title.setText(getTranslation("runs.issued", run.scopeName(), run.period()));
        grid.setItems(invoices.ofRun(run.id(), 0, SHOWN, person));
        setVisible(true);
    }

    private void money(String headerKey, ValueProvider<InvoiceRow, BigDecimal> amount) {
        grid.addColumn(row -> formats.money(new Money(row.figures().currency(), amount.apply(row))))
                .setHeader(getTranslation(headerKey))
                .setWidth("8rem")
                .setTextAlign(ColumnTextAlign.END);
    }
}
