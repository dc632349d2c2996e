package io.factuur.usage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.factuur.ui.Badge;
import io.factuur.ui.DocumentLink;
import io.factuur.usage.ImportReport;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import java.util.function.LongConsumer;

/** One import: how far it is, or what came of it. */
class ImportPanel extends Section {

    private final LongConsumer cancel;

    /** @param cancel called with the import's ID when it is not wanted any more */
    ImportPanel(LongConsumer cancel) {
        this.cancel = cancel;
        addClassNames("card", "import-panel");
        setVisible(false);
    }

    void show(UsageImport shown) {
        removeAll();
        setVisible(true);
        getElement().setAttribute("role", "status");
        H2 title = new H2(shown.fileName());
        Div head = new Div(title, badge(shown));
        head.addClassName("import-panel-head");
        add(head);
        if (shown.state().isOver()) {
            ImportReport.sentences(shown, getLocale()).forEach(sentence -> add(new Paragraph(sentence)));
            links(shown);
        } else {
            progress(shown);
        }
    }

    private Badge badge(UsageImport shown) {
        return new Badge(tone(shown.state()), getTranslation(shown.state().labelKey()));
    }

    static Badge.Tone tone(ImportState state) {
        return switch (state) {
            case LIVE, CHECKED -> Badge.Tone.GOOD;
            case QUEUED, RUNNING -> Badge.Tone.INFO;
            case DUPLICATE, CANCELLED -> Badge.Tone.NEUTRAL;
            case REJECTED, FAILED -> Badge.Tone.BAD;
        };
    }

    private void progress(UsageImport shown) {
        ProgressBar bar = new ProgressBar(0, 100);
        Long total = shown.bytesTotal();
        if (total == null || total == 0) {
            bar.setIndeterminate(true);
        } else {
            bar.setValue(Math.min(100, shown.bytesRead() * 100 / total));
        }
        bar.getElement().setAttribute("aria-label", shown.fileName());
        Span rows = new Span(
                shown.state() == ImportState.QUEUED
                        ? getTranslation("imports.waiting")
                        : getTranslation("imports.progress", shown.rowsRead()));
        Button stop = new Button(getTranslation("imports.cancel"), click -> cancel.accept(shown.id()));
        Div line = new Div(rows, stop);
        line.addClassName("import-panel-line");
        add(bar, line);
    }

    private void links(UsageImport shown) {
        Div links = new Div();
        links.addClassName("import-panel-line");
        if (shown.rowsRejected() > 0) {
            links.add(new DocumentLink(
                    "/api/v1/usage/imports/" + shown.id() + "/rejects",
                    getTranslation("imports.rejects", shown.rowsRejected())));
        }
        if (shown.sentence() != null && shown.sentence().key().equals("problem.import.accounts-unknown")) {
            Anchor accounts = new Anchor("operator/accounts", getTranslation("imports.accounts"));
            accounts.addClassName("button-link");
            links.add(accounts);
        }
        if (links.getComponentCount() > 0) {
            add(links);
        }
    }
}
