package io.factuur.invoice.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.factuur.invoice.InvoiceLists;
import io.factuur.invoice.InvoiceQuery;
import io.factuur.invoice.InvoiceQuery.Sort;
import io.factuur.invoice.InvoiceRow;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.NarrowGrid;
import io.factuur.ui.StillGrid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Invoices in rows, read page by page; one menu serves all of them. */
class InvoiceGrid extends StillGrid<InvoiceRow> {

    /** What it is where it is no ordinary invoice; and what columns say that have no room beside it. */
    private static final String NUMBER = """
            <div class="cell-stack">
              <a class="cell-link" href="invoices/${item.number}">${item.number}</a>
              <span class="quiet cell-under" ?hidden="${!item.kind}">${item.kind}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-scope">${item.scope}</span>
              <span class="quiet cell-under only-narrow for-period">${item.period}</span>
              <span class="quiet cell-under cell-wrap only-narrow">${item.total} · ${item.status}</span>
            </div>""";

    /** About a screenful; what has been fetched is kept while it is in sight. */
    private static final int PAGE = 15;

    private static final String BADGE = "<span class=\"badge badge-${item.tone}\">${item.status}</span>";
    private static final String MORE = """
            <button class="row-menu" id="${item.anchor}" aria-label="${item.label}" aria-haspopup="dialog" \
            @click="${open}">…</button>""";

    private final InvoiceLists lists;
    private final Person person;
    private final Formats formats = Formats.here();
    private InvoiceQuery query;
    private BiConsumer<InvoiceRow, String> opened = (row, anchor) -> {};

    InvoiceGrid(InvoiceLists lists, InvoiceQuery query, Person person) {
        this.lists = lists;
        this.query = query;
        this.person = person;
        setSelectionMode(SelectionMode.MULTI);
        setPageSize(PAGE);
        addClassName("invoice-grid");
        addThemeName("wrap-cell-content");
        NarrowGrid.fit(this);
    }

    InvoiceGrid number(String headerKey, String width) {
        addColumn(LitRenderer.<InvoiceRow>of(NUMBER)
                        .withProperty("number", InvoiceRow::number)
                        .withProperty("kind", row -> row.isOrdinary() ? "" : getTranslation(row.kindKey()))
                        .withProperty("scope", row -> getColumnByKey(Sort.SCOPE.name()) == null ? "" : row.scopeName())
                        .withProperty("period", row -> formats.period(row.period()))
                        .withProperty("total", row -> total(row))
                        .withProperty("status", row -> getTranslation(row.statusKey())))
                .setHeader(getTranslation(headerKey))
                .setKey(Sort.NUMBER.name())
                .setSortProperty(Sort.NUMBER.name())
                .setWidth(width)
                .setFlexGrow(1);
        NarrowGrid.keep(getColumnByKey(Sort.NUMBER.name()), "8rem");
        return this;
    }

    private String total(InvoiceRow row) {
        return formats.money(new Money(row.figures().currency(), row.figures().total()));
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

    /** In this order, columns go where there is no room for all; the period and the scope then stand under the number. */
    InvoiceGrid givingWay(Sort... order) {
        for (int rank = 0; rank < order.length; rank++) {
            Column<InvoiceRow> column = getColumnByKey(order[rank].name());
            if (column != null) {
                NarrowGrid.giveWay(column, rank, order[rank].name().toLowerCase(Locale.ROOT));
            }
        }
        return this;
    }

    InvoiceGrid money(Sort sort, String headerKey, ValueProvider<InvoiceRow, BigDecimal> value) {
        text(
                sort,
                headerKey,
                "7.25rem",
                row -> formats.money(new Money(row.figures().currency(), value.apply(row))));
        getColumnByKey(sort.name()).setTextAlign(ColumnTextAlign.END);
        return this;
    }

    InvoiceGrid status() {
        addColumn(LitRenderer.<InvoiceRow>of(BADGE)
                        .withProperty("tone", row -> Tones.word(Tones.of(row.status())))
                        .withProperty("status", row -> getTranslation(row.statusKey())))
                .setHeader(getTranslation("invoices.status"))
                .setKey(Sort.STATUS.name())
                .setSortProperty(Sort.STATUS.name())
                .setWidth("7.75rem")
                .setFlexGrow(0);
        return this;
    }

    /** @param open is told the row and the ID of the button in it that was clicked */
    InvoiceGrid menu(BiConsumer<InvoiceRow, String> open) {
        opened = open;
        addColumn(LitRenderer.<InvoiceRow>of(MORE)
                        .withProperty("anchor", InvoiceGrid::anchor)
                        .withProperty("label", row -> getTranslation("invoices.menu", row.number()))
                        .withFunction("open", this::openMenu))
                .setHeader(getTranslation("invoices.download"))
                .setHeaderPartName("tight")
                .setKey("menu")
                .setTextAlign(ColumnTextAlign.CENTER)
                .setWidth("6rem")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
        NarrowGrid.keep(getColumnByKey("menu"), "6rem");
        return this;
    }

    void openMenu(InvoiceRow row) {
        opened.accept(row, anchor(row));
    }

    void show(InvoiceQuery wanted) {
        query = wanted;
        setEmptyStateText(getTranslation(wanted.filter().isNone() ? "invoices.none" : "invoices.none-found"));
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
}
