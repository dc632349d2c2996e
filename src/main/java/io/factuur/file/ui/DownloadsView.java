package io.factuur.file.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.DownloadsChanged;
import io.factuur.ui.EmptyState;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Every prepared file of the person who looks: how far it is, and how to get it. Looks again while one is under way. */
@Route("downloads")
@PermitAll
class DownloadsView extends Main implements HasDynamicTitle {

    private static final int LOOK_EVERY_MILLIS = 1_500;

    private final PreparedFiles files;
    private final Person person;
    private final EmptyState nothing;
    private final List<Registration> listeners = new ArrayList<>();

    final DownloadGrid grid;

    DownloadsView(PreparedFiles files, CurrentPerson me, Clock clock) {
        this.files = files;
        this.person = me.get();
        this.grid = new DownloadGrid(clock, this::cancel, this::again);
        this.nothing = new EmptyState(
                "download",
                getTranslation("downloads.none"),
                getTranslation("downloads.none.detail"),
                EmptyState.step("billing", getTranslation("billing.title")));
        addClassName("page");
        grid.setItemsPageable(page -> files.list(page.getOffset(), page.getPageSize(), person));
        add(
                new PageHeader(getTranslation("downloads.title")).subtitle(getTranslation("downloads.about")),
                grid,
                nothing);
        look();
    }

    private void cancel(PreparedFile file) {
        Notices.attempt(() -> files.cancel(file.id(), person));
        look();
        tellBell();
    }

    private void again(PreparedFile file) {
        Notices.attempt(() -> files.again(file.id(), person));
        look();
        tellBell();
    }

    private void look() {
        grid.getDataProvider().refreshAll();
        List<PreparedFile> newest = files.list(0, 50, person);
        grid.setVisible(!newest.isEmpty());
        nothing.setVisible(newest.isEmpty());
        boolean underWay = newest.stream().anyMatch(file -> file.state().isUnderWay());
        getUI().ifPresent(page -> page.setPollInterval(underWay ? LOOK_EVERY_MILLIS : -1));
    }

    private void tellBell() {
        UI page = UI.getCurrent();
        ComponentUtil.fireEvent(page, new DownloadsChanged(page, files.waiting(person)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI page = event.getUI();
        listeners.add(ComponentUtil.addListener(page, DownloadsChanged.class, changed -> look()));
        listeners.add(page.addPollListener(poll -> look()));
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listeners.forEach(Registration::remove);
        listeners.clear();
        event.getUI().setPollInterval(-1);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("downloads.title");
    }
}
