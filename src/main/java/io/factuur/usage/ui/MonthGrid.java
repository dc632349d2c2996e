package io.factuur.usage.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.NarrowGrid;
import io.factuur.ui.StillGrid;
import io.factuur.usage.MonthCharges;
import java.time.YearMonth;

/** A row per month, taken apart into columns; those for which there is no room stand under the month. */
class MonthGrid extends StillGrid<MonthCharges> {

    /** On a narrow screen the month says its total, too. */
    private static final String MONTH = """
            <div class="cell-stack">
              <span>${item.month}</span>
              <span class="quiet cell-under only-narrow">${item.total}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-credits">${item.credits}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-overage">${item.overage}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-separately">${item.separately}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-marketplace">${item.marketplace}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-refunded">${item.refunded}</span>
              <span class="quiet cell-under" ?hidden="${!item.note}">${item.note}</span>
            </div>""";

    private static final String DOWNLOAD =
            "<button class=\"button-link\" aria-label=\"${item.label}\" @click=\"${open}\">${item.text}</button>";

    private final Formats formats;

    MonthGrid(Formats formats) {
        this.formats = formats;
        setSelectionMode(SelectionMode.NONE);
        addThemeName("wrap-cell-content");
        setEmptyStateText(getTranslation("costs.none-in-year"));
        LitRenderer<MonthCharges> month = LitRenderer.<MonthCharges>of(MONTH)
                .withProperty("month", row -> formats.month(YearMonth.from(row.periodStart())))
                .withProperty("total", row -> formats.money(row.total()))
                .withProperty("note", this::note);
        for (MonthPart part : MonthPart.values()) {
            month.withProperty(part.code(), row -> underTheMonth(part, row));
        }
        NarrowGrid.keep(
                addColumn(month).setHeader(getTranslation("costs.month")).setWidth("9rem"), "9rem");
        amount(MonthPart.CREDITS);
        amount(MonthPart.OVERAGE);
        amount(MonthPart.SEPARATELY);
        amount(MonthPart.MARKETPLACE);
        amount("usage.charges.total", MonthCharges::total);
        amount(MonthPart.REFUNDED);
        NarrowGrid.fit(this);
    }

    /** @param open shows what can be downloaded of a month */
    void withDownload(SerializableConsumer<MonthCharges> open) {
        Column<MonthCharges> download = addColumn(LitRenderer.<MonthCharges>of(DOWNLOAD)
                        .withProperty("text", row -> getTranslation("downloads.download"))
                        .withProperty(
                                "label",
                                row -> getTranslation(
                                        "usage.charges.download",
                                        formats.monthWithin(YearMonth.from(row.periodStart()))))
                        .withFunction("open", open))
                .setHeader(getTranslation("downloads.download"))
                .setWidth("9rem")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
        NarrowGrid.keep(download, "9rem");
    }

    private String underTheMonth(MonthPart part, MonthCharges month) {
        Money money = part.of(month);
        return money.rounded().value().signum() == 0
                ? ""
                : getTranslation(part.labelKey()) + ": " + formats.money(money);
    }

    /** Why no invoice came of a month, where none did. */
    private String note(MonthCharges row) {
        if (!row.prepaid().withoutInvoice()) {
            return "";
        }
        return getTranslation(
                row.againstCredits().value().signum() > 0
                        ? "usage.charges.paid-beforehand"
                        : "usage.charges.nothing-charged");
    }

    private void amount(MonthPart part) {
        NarrowGrid.giveWay(amount(part.labelKey(), part::of), part.ordinal(), part.code());
    }

    private Column<MonthCharges> amount(String header, ValueProvider<MonthCharges, Money> value) {
        return addColumn(row -> formats.money(value.apply(row)))
                .setHeader(getTranslation(header))
                .setPartNameGenerator(row -> "amount")
                .setWidth("8.25rem");
    }
}
