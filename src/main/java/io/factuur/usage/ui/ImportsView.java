package io.factuur.usage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.shared.Registration;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.LivePage;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where the operator brings usage files in. A file is kept first and read in the background, so the page may be left;
 * {@code ?import=12} shows one import and follows it while it runs.
 */
@Route("operator/imports")
@RolesAllowed("OPERATOR")
class ImportsView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private static final int LOOK_EVERY = 1_000;
    private static final int NEVER = -1;
    private static final String SHOWN = "import";

    private final UsageImports imports;
    private final Person person;
    private long shown;
    private Registration polls = () -> {};

    final Select<ImportMode> mode = new Select<>();
    final Checkbox dryRun = new Checkbox();
    final Checkbox keepGoodRows = new Checkbox();
    final ImportPanel panel = new ImportPanel(this::cancel);
    final ImportGrid grid;

    ImportsView(UsageImports imports, CurrentPerson me) {
        this.imports = imports;
        this.person = me.get();
        this.grid = new ImportGrid(imports, person);
        addClassName("page");
        Upload upload = new Upload(this::take);
        upload.setUploadButton(new Button(getTranslation("imports.choose")));
        upload.setDropLabel(new Paragraph(getTranslation("imports.drop")));
        add(
                new PageHeader(getTranslation("imports.title"))
                        .subtitle(getTranslation("imports.about"))
                        .terms(Term.ACTUAL_COST, Term.AMORTIZED_COST, Term.LATE_USAGE),
                options(),
                upload,
                panel,
                grid);
    }

    private Div options() {
        mode.setLabel(getTranslation("imports.mode"));
        mode.setItems(ImportMode.values());
        mode.setItemLabelGenerator(item -> getTranslation("imports.mode." + item.name()));
        mode.setValue(ImportMode.REPLACE);
        mode.setWidth("min(24rem, 100%)");
        dryRun.setLabel(getTranslation("imports.dry-run"));
        keepGoodRows.setLabel(getTranslation("imports.keep-good-rows"));
        Div options = new Div(mode, dryRun, keepGoodRows);
        options.addClassNames("toolbar", "import-options");
        return options;
    }

    /** Runs in the request that brings the file. */
    private void take(UploadEvent event) {
        UI ui = event.getUI();
        ImportRequest request = new ImportRequest(
                event.getFileName(), mode.getValue(), keepGoodRows.getValue(), dryRun.getValue(), ui.getLocale());
        try (InputStream body = event.getInputStream()) {
            long id = imports.submit(body, request, person);
            ui.access(() -> open(id));
        } catch (Problem problem) {
            ui.access(() -> Notices.failed(problem));
        } catch (IOException broken) {
            ui.access(() -> Notices.failed(getTranslation("imports.broken", event.getFileName())));
        }
    }

    private void open(long id) {
        getUI().ifPresent(ui -> ui.navigate(ImportsView.class, QueryParameters.of(SHOWN, String.valueOf(id))));
        grid.getDataProvider().refreshAll();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOWN)
                .filter(id -> id.matches("\\d{1,18}"))
                .ifPresent(id -> {
                    shown = Long.parseLong(id);
                    follow();
                });
    }

    private void follow() {
        if (shown == 0) {
            return;
        }
        try {
            UsageImport now = imports.get(shown, person);
            panel.show(now);
            boolean over = now.state().isOver();
            UI.getCurrent().setPollInterval(over ? NEVER : LOOK_EVERY);
            if (over) {
                shown = 0;
                grid.getDataProvider().refreshAll();
            }
        } catch (Problem gone) {
            shown = 0;
            panel.setVisible(false);
        }
    }

    private void cancel(long id) {
        Notices.attempt(() -> {
            try {
                imports.cancel(id, person);
            } catch (IOException stuck) {
                Notices.failed(getTranslation("problem.unexpected"));
            }
        });
        follow();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        LivePage.keepUp(event.getUI());
        polls = event.getUI().addPollListener(poll -> follow());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polls.remove();
        event.getUI().setPollInterval(NEVER);
        super.onDetach(event);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("imports.title");
    }
}
