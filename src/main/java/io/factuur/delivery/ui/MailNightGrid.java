package io.factuur.delivery.ui;

import com.vaadin.flow.component.grid.contextmenu.GridContextMenu;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.factuur.delivery.DryRunRow;
import io.factuur.delivery.MailNights;
import io.factuur.delivery.MailState;
import io.factuur.delivery.Receipts;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;
import io.factuur.ui.StillGrid;
import java.util.Locale;

/** The mails of a night in rows, each as it would leave now. */
class MailNightGrid extends StillGrid<DryRunRow> {

    private static final String TO = """
            <div class="cell-stack">
              <span class="cell-wrap">${item.recipient}</span>
              <span class="quiet cell-under">${item.name}</span>
            </div>""";

    private static final String STATE = """
            <div class="cell-stack">
              <span><span class="badge badge-${item.tone}">${item.state}</span></span>
              <span class="quiet cell-under cell-wrap">${item.why}</span>
            </div>""";

    private final MailNights nights;
    private final Receipts receipts;
    private final Person person;
    private final Runnable changed;

    MailNightGrid(MailNights nights, Receipts receipts, Person person, Runnable changed) {
        this.nights = nights;
        this.receipts = receipts;
        this.person = person;
        this.changed = changed;
        setSelectionMode(SelectionMode.NONE);
        setPageSize(50);
        setEmptyStateText(getTranslation("delivery.mails.none"));
        addColumn(LitRenderer.<DryRunRow>of(TO)
                        .withProperty("recipient", this::recipient)
                        .withProperty("name", row -> row.name() == null ? "" : row.name()))
                .setHeader(getTranslation("delivery.recipient.title"))
                .setWidth("13rem")
                .setFlexGrow(2);
        addColumn(LitRenderer.<DryRunRow>of(STATE)
                        .withProperty("tone", row -> tone(row.state()))
                        .withProperty("state", row -> getTranslation(row.state().labelKey()))
                        .withProperty("why", this::why))
                .setHeader(getTranslation("delivery.state"))
                .setWidth("11rem")
                .setFlexGrow(2);
        addColumn(DryRunRow::invoiceNumber)
                .setHeader(getTranslation("delivery.mail.number"))
                .setWidth("9rem")
                .setFlexGrow(0);
        addColumn(row -> Locale.of(row.language()).getDisplayLanguage(getLocale()))
                .setHeader(getTranslation("delivery.recipient.language"))
                .setWidth("7rem")
                .setFlexGrow(0);
        addColumn(row -> getTranslation(row.content().labelKey()))
                .setHeader(getTranslation("delivery.recipient.content"))
                .setWidth("11rem")
                .setFlexGrow(1);
        addColumn(row -> row.sizeBytes() == 0 ? "" : Formats.here().size(row.sizeBytes()))
                .setHeader(getTranslation("delivery.size"))
                .setPartNameGenerator(row -> "amount")
                .setWidth("6rem")
                .setFlexGrow(0);
        menu();
    }

    void show(long night, boolean trouble) {
        setItems(query -> nights.dryRun(night, trouble, query.getOffset(), query.getLimit(), person).stream());
    }

    private void menu() {
        GridContextMenu<DryRunRow> menu = addContextMenu();
        menu.setOpenOnClick(true);
        menu.addItem(getTranslation("delivery.resend"), click -> click.getItem()
                .ifPresent(row -> Notices.attempt(() -> {
                    receipts.resend(row.mailId(), person);
                    Notices.done(getTranslation("delivery.resent"));
                    changed.run();
                    getDataProvider().refreshAll();
                })));
        menu.addItem(getTranslation("delivery.history"), click -> click.getItem()
                .ifPresent(row ->
                        new MailHistoryDialog(row.invoiceNumber(), receipts.events(row.mailId(), person)).open()));
    }

    private String recipient(DryRunRow row) {
        return row.recipient() == null ? getTranslation("delivery.erased-address") : row.recipient();
    }

    private String why(DryRunRow row) {
        if (row.waitsFor() != null) {
            return ReasonWords.of(row.waitsFor(), getLocale());
        }
        if (row.lastTrouble() == null) {
            return "";
        }
        return row.state().needsSomebody() ? row.lastTrouble() : getTranslation("delivery.trouble", row.lastTrouble());
    }

    static String tone(MailState state) {
        if (state.needsSomebody()) {
            return "bad";
        }
        if (state.delivered()) {
            return "good";
        }
        return state == MailState.HELD ? "warn" : state.waiting() ? "info" : "neutral";
    }
}
