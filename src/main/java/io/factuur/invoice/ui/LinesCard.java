package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.factuur.invoice.InvoiceLine;
import io.factuur.invoice.InvoiceParts;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceSection;
import io.factuur.invoice.Meter;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.DataTable;
import io.factuur.ui.Formats;
import io.factuur.ui.NarrowGrid;
import io.factuur.ui.Scrolling;
import io.factuur.ui.StillGrid;
import io.factuur.ui.Term;
import io.factuur.ui.TermHelp;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections and lines; a line opens to the quantities and unit prices behind it. */
class LinesCard extends Section {

    /** The service says what columns beside it would that have no room. */
    private static final String SERVICE = """
            <div class="cell-stack">
              <span class="cell-wrap">${item.service}</span>
              <span class="quiet cell-under cell-wrap only-narrow" ?hidden="${!item.section}">${item.section}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-category">${item.category}</span>
            </div>""";

    private static final int METERS = 50;
    private static final int ALL_VISIBLE = 30;

    private final InvoiceRow row;
    private final InvoiceParts parts;
    private final Person person;
    private final Formats formats = Formats.here();
    final StillGrid<InvoiceLine> lines = new StillGrid<>();

    LinesCard(InvoiceRow row, InvoiceParts parts, Person person) {
        this.row = row;
        this.parts = parts;
        this.person = person;
        addClassNames("card", "wide");
        Div title = new Div(new H2(getTranslation("invoice.lines")));
        title.addClassName("term-line");
        add(title);
        int count = parts.lineCount(row.number(), person);
        if (count == 0) {
            add(new Paragraph(getTranslation("invoice.lines.none")));
            return;
        }
        List<InvoiceSection> sections = parts.sections(row.number(), person);
        if (sections.size() > 1) {
            DataTable sums = new DataTable(getTranslation("invoice.line.section"))
                    .withNumber(getTranslation("invoice.lines"))
                    .withNumber(getTranslation("proof.CHARGES"));
            sections.forEach(
                    section -> sums.row(section.name(), formats.number(section.lines()), money(section.amount())));
            title.add(new TermHelp(Term.INVOICE_SECTION));
            add(sums);
        }
        Paragraph help = new Paragraph(getTranslation("invoice.lines.help"));
        help.addClassName("quiet");
        columns(sections.size() > 1);
        lines.setAllRowsVisible(count <= ALL_VISIBLE);
        lines.setItems(
                page -> parts.lines(row.number(), page.getOffset(), page.getLimit(), person).stream(), all -> count);
        add(help, lines);
        if (count > ALL_VISIBLE) {
            add(forPrint());
        }
    }

    /** On paper all lines stand in a plain table, which a script fills from the invoice's own door when it is printed. */
    private DataTable forPrint() {
        DataTable table = new DataTable(
                        getTranslation("invoice.line.section"),
                        getTranslation("invoice.line.service"),
                        getTranslation("invoice.line.category"),
                        getTranslation("invoice.line.kind"),
                        getTranslation("invoice.line.publisher"))
                .withNumber(getTranslation("invoice.line.amount"));
        table.addClassName("print-lines");
        table.getElement().setAttribute("data-lines", "api/v1/invoices/" + row.number());
        table.getBody();
        addAttachListener(attached -> attached.getUI().getPage().addJavaScript("scripts/print.js"));
        return table;
    }

    private void columns(boolean several) {
        lines.addClassName("line-grid");
        lines.addThemeName("wrap-cell-content");
        if (several) {
            lines.addColumn(InvoiceLine::sectionName)
                    .setHeader(getTranslation("invoice.line.section"))
                    .setWidth("12rem")
                    .setFlexGrow(2);
        }
        StillGrid.Column<InvoiceLine> service = lines.addColumn(LitRenderer.<InvoiceLine>of(SERVICE)
                        .withProperty("service", InvoiceLine::serviceName)
                        .withProperty("section", line -> several ? line.sectionName() : "")
                        .withProperty("category", InvoiceLine::serviceCategory))
                .setHeader(getTranslation("invoice.line.service"))
                .setWidth("12rem")
                .setFlexGrow(2);
        StillGrid.Column<InvoiceLine> category = lines.addColumn(InvoiceLine::serviceCategory)
                .setHeader(getTranslation("invoice.line.category"))
                .setWidth("8rem");
        StillGrid.Column<InvoiceLine> kind = lines.addColumn(InvoiceLine::chargeCategory)
                .setHeader(getTranslation("invoice.line.kind"))
                .setWidth("7rem")
                .setFlexGrow(0);
        lines.addColumn(InvoiceLine::publisherName)
                .setHeader(getTranslation("invoice.line.publisher"))
                .setWidth("9rem");
        StillGrid.Column<InvoiceLine> amount = lines.addColumn(line -> money(line.amount()))
                .setHeader(getTranslation("invoice.line.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("9rem")
                .setFlexGrow(0);
        NarrowGrid.keep(service, "8rem");
        NarrowGrid.keep(amount, "8rem");
        NarrowGrid.giveWay(category, 0, "category");
        NarrowGrid.giveWay(kind, 1, "kind");
        NarrowGrid.fit(lines);
        lines.setSelectionMode(Grid.SelectionMode.NONE);
        lines.setItemDetailsRenderer(new ComponentRenderer<>(this::meters));
    }

    /** Quantity times unit price, as the usage gave them. */
    Component meters(InvoiceLine line) {
        List<Meter> meters = parts.meters(row.number(), line, METERS, person);
        if (meters.isEmpty()) {
            return new Paragraph(getTranslation("invoice.meters.none"));
        }
        DataTable table = new DataTable(getTranslation("invoice.meter.name"), getTranslation("invoice.meter.unit"))
                .withNumber(getTranslation("invoice.meter.quantity"))
                .withNumber(getTranslation("invoice.meter.price"))
                .withNumber(getTranslation("invoice.meter.cost"));
        meters.forEach(meter -> table.row(
                meter.name(),
                meter.unit(),
                digits(meter.quantity()),
                digits(meter.unitPrice()),
                formats.exactMoney(new Money(row.figures().currency(), meter.cost()))));
        table.addClassName("meters");
        return new Scrolling(line.serviceName(), table);
    }

    private String digits(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(formats.locale());
        format.setMaximumFractionDigits(18);
        return format.format(value);
    }

    private String money(BigDecimal amount) {
        return formats.money(new Money(row.figures().currency(), amount));
    }
}
