package io.factuur.invoice.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.factuur.invoice.InvoiceLists;
import io.factuur.invoice.InvoiceQuery;
import io.factuur.invoice.InvoiceQuery.Sort;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Invoices in rows, read page by page; one menu serves all of them. */
class InvoiceGrid extends Grid<InvoiceRow> {

    private static final String BADGE = "<span class=\"badge badge-${item.tone}\">${item.status}</span>";
    private static final String MORE = """
            <button class="row-menu" id="${item.anchor}" aria-label="${item.label}" aria-haspopup="true" \
            @click="${open}">…</button>""";

    private final InvoiceLists lists;
    private final Person person;
    private final Formats formats = Formats.here();
    private InvoiceQuery query;

    InvoiceGrid(InvoiceLists lists, InvoiceQuery query, Person person) {
        this.lists = lists;
        this.query = query;
        this.person = person;
        setSelectionMode(SelectionMode.NONE);
        setPageSize(50);
        addClassName("invoice-grid");
        setEmptyStateText(getTranslation("invoices.none"));
    }

    InvoiceGrid text(Sort sort, String headerKey, String width, ValueProvider<InvoiceRow, String> value) {
        addColumn(value)
                .setHeader(getTranslation(headerKey))
                .setKey(sort.name())
                .setSortProperty(sort.name())
                .setWidth(width)
                .setFlexGrow(1);
        return this;
    }

    InvoiceGrid money(Sort sort, String headerKey, ValueProvider<InvoiceRow, BigDecimal> value) {
        text(
                sort,
                headerKey,
                "9rem",
                row -> formats.money(new Money(row.figures().currency(), value.apply(row))));
        getColumnByKey(sort.name()).setTextAlign(ColumnTextAlign.END);
        return this;
    }

    InvoiceGrid status() {
        addColumn(LitRenderer.<InvoiceRow>of(BADGE)
                        .withProperty("tone", row -> tone(row.status()))
                        .withProperty(
                                "status", row -> getTranslation(row.status().labelKey())))
                .setHeader(getTranslation("invoices.status"))
                .setKey("status")
                .setWidth("8rem")
                .setFlexGrow(0);
        return this;
    }

    /** @param open is told the row and the ID of the button in it that was clicked */
    InvoiceGrid menu(BiConsumer<InvoiceRow, String> open) {
        addColumn(LitRenderer.<InvoiceRow>of(MORE)
                        .withProperty("anchor", InvoiceGrid::anchor)
                        .withProperty("label", row -> getTranslation("invoices.menu", row.number()))
                        .withFunction("open", row -> open.accept(row, anchor(row))))
                .setHeader(getTranslation("invoices.download"))
                .setKey("menu")
                .setTextAlign(ColumnTextAlign.CENTER)
                .setWidth("7rem")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
        return this;
    }

    void show(InvoiceQuery wanted) {
        query = wanted;
        Column<InvoiceRow> by = getColumnByKey(wanted.sort().name());
        if (by != null) {
            sort(List.of(
                    new GridSortOrder<>(by, wanted.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        }
        setItems(this::fetch, all -> lists.count(query, person));
    }

    private Stream<InvoiceRow> fetch(Query<InvoiceRow, Void> page) {
        InvoiceQuery sorted = page.getSortOrders().stream()
                .findFirst()
                .map(order -> query.sortedBy(
                        Sort.valueOf(order.getSorted()), order.getDirection() == SortDirection.DESCENDING))
                .orElse(query);
        return lists.page(sorted, page.getOffset(), page.getLimit(), person).stream();
    }

    private static String anchor(InvoiceRow row) {
        return "menu-" + row.id();
    }

    private static String tone(InvoiceStatus status) {
        return switch (status) {
            case DUE -> "info";
            case OVERDUE -> "bad";
            case PAID -> "good";
            case VOID -> "neutral";
        };
    }
}
