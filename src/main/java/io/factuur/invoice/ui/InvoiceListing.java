package io.factuur.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.factuur.access.Decision;
import io.factuur.access.Reasons;
import io.factuur.agreement.Agreement.InvoiceList;
import io.factuur.agreement.Agreement.InvoiceMail;
import io.factuur.agreement.Operation;
import io.factuur.invoice.FilterWords;
import io.factuur.invoice.InvoiceQuery;
import io.factuur.invoice.InvoiceQuery.Filter;
import io.factuur.invoice.InvoiceQuery.Sort;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.ZipOrder;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.ui.DocumentLink;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.Notices;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** Invoices by number or by document, with what restricts them; filter and order stand in the address, to be kept as a bookmark. */
class InvoiceListing extends Div {

    private final InvoiceDoors doors;
    private final Scope scope;
    private final String path;
    private final Person person;
    private final Set<Operation> allowed;
    private final InvoiceGrid grid;
    private final DocumentLink export;
    private InvoiceQuery query;

    final Button zip = new Button();
    final MissingMonth missing;

    /** @param path of the page, without its query */
    InvoiceListing(InvoiceDoors doors, Scope scope, InvoiceQuery query, String path, Person person) {
        this.doors = doors;
        this.scope = scope;
        this.query = query;
        this.path = path;
        this.person = person;
        this.allowed = doors.guard().allowed(scope.id(), person);
        this.grid = grid();
        this.export = new DocumentLink(exportPath(), getTranslation("invoices.export"));
        addClassName("invoice-listing");
        Decision download = doors.guard().decide(Operation.DOWNLOAD_INVOICE, scope.id(), person);
        if (!download.allowed()) {
            add(notice(download));
        }
        if (allowed.contains(Operation.DOWNLOAD_INVOICE) || allowed.contains(Operation.DOWNLOAD_USAGE)) {
            grid.menu((row, anchor) -> InvoiceMenu.open(
                    grid,
                    getTranslation("invoices.menu", row.number()),
                    InvoiceDocumentLinks.of(row, allowed),
                    anchor));
        }
        YearMonth latest = YearMonth.now(doors.clock());
        missing = new MissingMonth(scope.id(), latest, doors.availabilities(), person);
        Div toolbar = new Div(export);
        toolbar.addClassName("toolbar");
        if (download.allowed()) {
            toolbar.add(zipButton());
        } else {
            grid.setSelectionMode(Grid.SelectionMode.NONE);
        }
        add(new FilterBar(query.filter(), latest, this::filter), toolbar, missing, grid);
        grid.addSortListener(change -> sort(change.getSortOrder()));
        grid.show(query);
        explainEmpty(latest);
    }

    /** A list that is empty, or was asked for one month that is not there, says at once why. */
    private void explainEmpty(YearMonth latest) {
        Filter filter = query.filter();
        boolean oneMonth = filter.from() != null && filter.from().equals(filter.to());
        boolean empty = doors.lists().count(query, person) == 0;
        grid.setClassName("empty-grid", empty);
        if (empty && (filter.isNone() || oneMonth)) {
            missing.ask(oneMonth ? filter.from() : latest.minusMonths(1));
        }
    }

    private InvoiceGrid grid() {
        Formats formats = Formats.here();
        boolean byDocument = scope.agreement().terms().invoiceList() == InvoiceList.BY_DOCUMENT;
        InvoiceGrid columns = new InvoiceGrid(doors.lists(), query, person);
        if (byDocument) {
            columns.text(Sort.DATE, "invoices.document-date", "6.75rem", row -> formats.date(row.invoiceDate()))
                    .number("invoices.document-number", "8.75rem");
        } else {
            columns.number("invoices.number", "8.5rem")
                    .text(Sort.DATE, "invoices.date", "6.5rem", row -> formats.date(row.invoiceDate()));
        }
        if (scope.kind() != scope.agreement().terms().invoicedKind()) {
            columns.text(Sort.SCOPE, "invoices.scope", "9rem", InvoiceRow::scopeName);
        }
        columns.text(Sort.PERIOD, "invoices.period", "8.25rem", row -> formats.period(row.period()));
        if (byDocument) {
            return columns.text(
                            Sort.PO_NUMBER,
                            "invoices.po-number",
                            "9rem",
                            row -> row.poNumber() == null ? "" : row.poNumber())
                    .status()
                    .money(Sort.TOTAL, "invoices.total-amount", row -> row.figures()
                            .total())
                    .givingWay(Sort.PO_NUMBER, Sort.DATE, Sort.PERIOD);
        }
        return columns.status()
                .money(Sort.TOTAL, "invoices.total", row -> row.figures().total())
                .money(Sort.AMOUNT_DUE, "invoices.amount-due", InvoiceRow::amountDue)
                .text(Sort.DUE_DATE, "invoices.due-date", "6.5rem", row -> formats.date(row.dueDate()))
                .givingWay(Sort.DATE, Sort.PERIOD, Sort.SCOPE, Sort.DUE_DATE);
    }

    private Button zipButton() {
        zip.setText(getTranslation("invoices.zip"));
        zip.setIcon(Icons.of("box"));
        zip.addClickListener(click -> orderZip());
        grid.addSelectionListener(chosen -> {
            int count = chosen.getAllSelectedItems().size();
            zip.setText(count == 0 ? getTranslation("invoices.zip") : getTranslation("invoices.zip-some", count));
        });
        return zip;
    }

    private void orderZip() {
        String order = ZipOrder.json(
                query, grid.getSelectedItems().stream().map(InvoiceRow::number).toList());
        if (Notices.attempt(() -> doors.files().order(ZipOrder.KIND, order, person))) {
            Notices.done(getTranslation("invoices.zip-ordered"));
        }
    }

    private void filter(Filter wanted) {
        keep(query.matching(wanted));
        grid.deselectAll();
        grid.show(query);
        explainEmpty(YearMonth.now(doors.clock()));
    }

    private void sort(List<GridSortOrder<InvoiceRow>> orders) {
        if (orders.isEmpty()) {
            keep(InvoiceQuery.at(scope.id()).matching(query.filter()));
            grid.show(query);
            return;
        }
        GridSortOrder<InvoiceRow> order = orders.getFirst();
        keep(query.sortedBy(
                Sort.valueOf(order.getSorted().getKey()), order.getDirection() == SortDirection.DESCENDING));
    }

    /** Remembers what is shown where it can be kept as a bookmark, and where the export reads it. */
    private void keep(InvoiceQuery shown) {
        query = shown;
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location(path, QueryParameters.simple(FilterWords.write(query)))));
        export.setHref(exportPath().substring(1));
    }

    private String exportPath() {
        String words = QueryParameters.simple(FilterWords.write(query)).getQueryString();
        return "/api/v1/scopes/" + query.scopeId() + "/invoices.csv" + (words.isEmpty() ? "" : "?" + words);
    }

    /** Why there is no download, and under an enrollment where its invoices go instead. */
    private Div notice(Decision download) {
        String why = Reasons.sentence(download, getLocale());
        boolean sent = scope.agreement().terms().invoiceMail() == InvoiceMail.CONTACTS;
        Div box = new Div(
                Icons.of("lock"), new Paragraph(sent ? getTranslation("invoices.sent-instead") + " " + why : why));
        box.addClassName("callout");
        return box;
    }
}
