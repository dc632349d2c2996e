package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.factuur.agreement.Operation;
import io.factuur.invoice.Availabilities;
import io.factuur.invoice.BillingPeriods;
import io.factuur.invoice.DocumentType;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.PeriodRow;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Badge;
import io.factuur.ui.Formats;
import io.factuur.ui.NarrowGrid;
import io.factuur.ui.StillGrid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A row for each billing period, whether there is an invoice or not; one menu serves all of them. */
class PeriodGrid extends StillGrid<PeriodRow> {

    /** On a narrow screen the period says what the columns beside it would. */
    private static final String PERIOD = """
            <div class="cell-stack">
              <span class="cell-wrap">${item.period}</span>
              <span class="quiet cell-under only-narrow">${item.charges}</span>
              <span class="quiet cell-under only-narrow">${item.status}</span>
            </div>""";

    private static final String BADGE = "<span class=\"badge badge-${item.tone}\">${item.status}</span>";
    private static final String BUTTON = """
            <button class="row-button" id="${item.anchor}" aria-haspopup="dialog" aria-label="${item.about}" \
            @click="${open}">${item.label}</button>""";

    private final long scopeId;
    private final Availabilities availabilities;
    private final Set<Operation> allowed;
    private final Person person;
    private final Formats formats = Formats.here();

    PeriodGrid(
            long scopeId,
            BillingPeriods periods,
            Availabilities availabilities,
            Set<Operation> allowed,
            Person person) {
        this.scopeId = scopeId;
        this.availabilities = availabilities;
        this.allowed = allowed;
        this.person = person;
        setSelectionMode(SelectionMode.NONE);
        addThemeName("wrap-cell-content");
        Column<PeriodRow> period = addColumn(LitRenderer.<PeriodRow>of(PERIOD)
                        .withProperty(
                                "period",
                                row -> formats.date(row.period().start()) + " – "
                                        + formats.date(row.period().end().minusDays(1)))
                        .withProperty("charges", this::charges)
                        .withProperty("status", this::status))
                .setHeader(getTranslation("invoices.period"))
                .setWidth("11.5rem")
                .setFlexGrow(2);
        addColumn(this::charges)
                .setHeader(getTranslation("invoices.total-charges"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("10rem")
                .setFlexGrow(1);
        addColumn(LitRenderer.<PeriodRow>of(BADGE)
                        .withProperty("tone", row -> Tones.word(tone(row)))
                        .withProperty("status", this::status))
                .setHeader(getTranslation("invoices.status"))
                .setWidth("9rem")
                .setFlexGrow(0);
        Column<PeriodRow> download = addColumn(LitRenderer.<PeriodRow>of(BUTTON)
                        .withProperty("anchor", PeriodGrid::anchor)
                        .withProperty("label", this::label)
                        .withProperty("about", row -> label(row) + ", " + formats.period(row.period()))
                        .withFunction("open", this::open))
                .setHeader(getTranslation("invoices.download"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("11rem")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
        NarrowGrid.keep(period, "8rem");
        NarrowGrid.keep(download, "9.5rem");
        NarrowGrid.fit(this);
        setItems(
                page -> periods.page(scopeId, page.getOffset(), page.getLimit(), person).stream(),
                all -> periods.count(scopeId, person));
    }

    /** What the button offers: documents, or the reasons why there are none. */
    void open(PeriodRow row) {
        List<Component> links = new ArrayList<>();
        boolean several = row.invoices().size() > 1;
        for (InvoiceRow invoice : row.invoices()) {
            List<Component> papers = InvoiceDocumentLinks.papers(invoice, allowed);
            links.addAll(papers);
            links.add(several ? links.size() - papers.size() : links.size(), page(invoice));
        }
        row.invoices().stream()
                .flatMap(invoice -> InvoiceDocumentLinks.usage(invoice, allowed).stream())
                .findFirst()
                .ifPresent(csv -> links.add(Math.min(several ? 2 : 1, links.size()), csv));
        if (!hasInvoice(row) || links.isEmpty()) {
            links.add(new WhyNot(availabilities.at(scopeId, row.period().start().toString(), person)));
        }
        InvoiceMenu.open(this, formats.period(row.period()), links, anchor(row));
    }

    /** Where more is said about it; above the documents of each where a period has several. */
    private Anchor page(InvoiceRow invoice) {
        Anchor page =
                new Anchor("invoices/" + invoice.number(), getTranslation(invoice.kindKey()) + " " + invoice.number());
        page.addClassName("menu-page");
        return page;
    }

    private String label(PeriodRow row) {
        return getTranslation(hasInvoice(row) ? "invoices.download" : "invoices.not-available");
    }

    private static boolean hasInvoice(PeriodRow row) {
        return row.invoices().stream()
                .anyMatch(invoice ->
                        invoice.documentType() == DocumentType.INVOICE && invoice.status() != InvoiceStatus.VOID);
    }

    /** Several invoices of a period: the one that wants something done. */
    private static InvoiceRow mostUrgent(PeriodRow row) {
        return row.invoices().stream()
                .min(Comparator.comparing(InvoiceRow::status))
                .orElseThrow();
    }

    private String charges(PeriodRow row) {
        List<InvoiceRow> standing = row.invoices().stream()
                .filter(invoice -> invoice.status() != InvoiceStatus.VOID)
                .toList();
        if (standing.isEmpty()) {
            String soFar = row.charges().stream().map(formats::money).collect(Collectors.joining(", "));
            return soFar.isEmpty() || !row.open() ? soFar : getTranslation("invoices.so-far", soFar);
        }
        Map<Currency, BigDecimal> totals = standing.stream()
                .collect(Collectors.toMap(
                        invoice -> invoice.figures().currency(),
                        invoice -> invoice.figures().total(),
                        BigDecimal::add,
                        LinkedHashMap::new));
        return totals.entrySet().stream()
                .map(total -> formats.money(new Money(total.getKey(), total.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static Badge.Tone tone(PeriodRow row) {
        return hasInvoice(row) ? Tones.of(mostUrgent(row).status()) : Badge.Tone.NEUTRAL;
    }

    private String status(PeriodRow row) {
        if (hasInvoice(row)) {
            return getTranslation(mostUrgent(row).statusKey());
        }
        return getTranslation(row.open() ? "invoices.period-open" : "invoices.no-invoice");
    }

    private static String anchor(PeriodRow row) {
        return "period-" + row.period().start();
    }
}
