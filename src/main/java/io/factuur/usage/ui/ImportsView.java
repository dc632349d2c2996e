package io.factuur.usage.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.DocumentLink;
import io.factuur.ui.Formats;
import io.factuur.ui.PageHeader;
import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Where the operator brings a usage file in. It is read while it arrives, so the bar shows how far the import is. */
@Route("operator/imports")
@RolesAllowed("OPERATOR")
class ImportsView extends Main implements HasDynamicTitle {

    private static final String STATE = "<span class=\"badge badge-${item.tone}\">${item.state}</span>";

    private final UsageImports imports;
    private final Person person;
    private final Formats formats = Formats.here();

    final Checkbox dryRun = new Checkbox();
    final Checkbox keepGoodRows = new Checkbox();
    final Div result = new Div();
    final Grid<UsageImport> grid = new Grid<>();

    ImportsView(UsageImports imports, CurrentPerson me) {
        this.imports = imports;
        this.person = me.get();
        addClassName("page");
        dryRun.setLabel(getTranslation("imports.dry-run"));
        keepGoodRows.setLabel(getTranslation("imports.keep-good-rows"));
        result.addClassName("callout");
        result.setVisible(false);
        result.getElement().setAttribute("role", "status");
        Upload upload = new Upload(this::take);
        upload.setDropLabel(new Paragraph(getTranslation("imports.drop")));
        Div options = new Div(dryRun, keepGoodRows);
        options.addClassName("toolbar");
        add(
                new PageHeader(getTranslation("imports.title")).subtitle(getTranslation("imports.about")),
                options,
                upload,
                result,
                grid());
    }

    private void take(UploadEvent event) {
        UI ui = event.getUI();
        ImportRequest request = new ImportRequest(
                event.getFileName(), ImportMode.REPLACE, keepGoodRows.getValue(), dryRun.getValue(), ui.getLocale());
        try (InputStream body = event.getInputStream()) {
            UsageImport taken = imports.run(body, request, person);
            ui.access(() -> show(taken));
        } catch (Problem problem) {
            ui.access(() -> show(problem.sentence(ui.getLocale())));
        } catch (IOException broken) {
            ui.access(() -> show(getTranslation("imports.broken", event.getFileName())));
        }
    }

    private void show(UsageImport taken) {
        Locale locale = getLocale();
        show(
                taken.sentence() != null
                        ? taken.sentence().text(locale)
                        : getTranslation(
                                "imports.taken",
                                taken.fileName(),
                                formats.number(taken.rowsAccepted()),
                                getTranslation(taken.state().labelKey())));
        if (taken.rowsRejected() > 0) {
            result.add(new DocumentLink(
                    "/api/v1/usage/imports/" + taken.id() + "/rejects",
                    getTranslation("imports.rejects", formats.number(taken.rowsRejected()))));
        }
        if (taken.state() != ImportState.LIVE) {
            result.add(new Anchor("operator/accounts", getTranslation("imports.accounts")));
        }
        grid.getDataProvider().refreshAll();
    }

    private void show(String sentence) {
        result.removeAll();
        result.add(new Paragraph(sentence));
        result.setVisible(true);
    }

    private Grid<UsageImport> grid() {
        grid.addColumn(UsageImport::fileName)
                .setHeader(getTranslation("imports.file"))
                .setWidth("14rem")
                .setFlexGrow(2);
        grid.addColumn(row -> row.format() == null ? "" : row.format()).setHeader(getTranslation("imports.format"));
        grid.addColumn(LitRenderer.<UsageImport>of(STATE)
                        .withProperty("tone", row -> tone(row.state()))
                        .withProperty("state", row -> getTranslation(row.state().labelKey())))
                .setHeader(getTranslation("imports.state"));
        grid.addColumn(row -> formats.number(row.rowsAccepted())).setHeader(getTranslation("imports.accepted"));
        grid.addColumn(row -> formats.number(row.rowsRejected())).setHeader(getTranslation("imports.rejected"));
        grid.addColumn(row -> formats.dateTime(row.startedAt()))
                .setHeader(getTranslation("imports.started"))
                .setWidth("12rem");
        grid.setEmptyStateText(getTranslation("imports.none"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItemsPageable(page -> imports.listFrom(page.getOffset(), page.getPageSize(), person));
        return grid;
    }

    private static String tone(ImportState state) {
        return switch (state) {
            case LIVE, CHECKED -> "good";
            case QUEUED, RUNNING -> "info";
            case DUPLICATE -> "neutral";
            default -> "bad";
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("imports.title");
    }
}
