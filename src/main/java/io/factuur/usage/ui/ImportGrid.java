package io.factuur.usage.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.StillGrid;
import io.factuur.usage.ImportFigures;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The imports there were, the newest first, read page by page. */
class ImportGrid extends StillGrid<UsageImport> {

    private static final String FILE = """
            <div class="cell-stack">
              <a class="cell-link" href="operator/imports?import=${item.id}" router-link>${item.name}</a>
              <span class="quiet cell-under">${item.format}</span>
            </div>""";
    private static final String STATE = "<span class=\"badge badge-${item.tone}\">${item.state}</span>";

    ImportGrid(UsageImports imports, Person person) {
        Formats formats = Formats.here();
        addColumn(LitRenderer.<UsageImport>of(FILE)
                        .withProperty("id", row -> String.valueOf(row.id()))
                        .withProperty("name", UsageImport::fileName)
                        .withProperty("format", row -> Objects.requireNonNullElse(row.format(), "")))
                .setHeader(getTranslation("imports.file"))
                .setWidth("14rem")
                .setFlexGrow(2);
        addColumn(LitRenderer.<UsageImport>of(STATE)
                        .withProperty(
                                "tone",
                                row -> ImportPanel.tone(row.state()).name().toLowerCase(Locale.ROOT))
                        .withProperty("state", row -> getTranslation(row.state().labelKey())))
                .setHeader(getTranslation("imports.state"))
                .setWidth("9.5rem")
                .setFlexGrow(0);
        number("imports.accepted", row -> formats.number(row.rowsAccepted()));
        number("imports.rejected", row -> formats.number(row.rowsRejected()));
        addColumn(row -> cost(row, formats))
                .setHeader(getTranslation("imports.cost"))
                .setWidth("14rem")
                .setTextAlign(ColumnTextAlign.END)
                .setTooltipGenerator(ImportGrid::exactCost)
                .setPartNameGenerator(row -> "amount");
        addColumn(row -> formats.dateTime(row.startedAt()))
                .setHeader(getTranslation("imports.started"))
                .setWidth("12rem")
                .setFlexGrow(0);
        setEmptyStateText(getTranslation("imports.none"));
        setSelectionMode(SelectionMode.NONE);
        setItemsPageable(page -> imports.listFrom(page.getOffset(), page.getPageSize(), person));
    }

    private void number(String header, com.vaadin.flow.function.ValueProvider<UsageImport, String> value) {
        addColumn(value)
                .setHeader(getTranslation(header))
                .setWidth("8rem")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(row -> "amount");
    }

    private static String cost(UsageImport row, Formats formats) {
        return row.figures().billedCost().stream()
                .map(cost ->
                        formats.money(new Money(Currency.getInstance(cost.currency()), new BigDecimal(cost.value()))))
                .collect(Collectors.joining(", "));
    }

    private static String exactCost(UsageImport row) {
        return row.figures().billedCost().stream()
                .map((ImportFigures.Cost cost) -> cost.value() + "\u00a0" + cost.currency())
                .collect(Collectors.joining(", "));
    }
}
