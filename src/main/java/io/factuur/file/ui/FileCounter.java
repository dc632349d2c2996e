package io.factuur.file.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.factuur.file.FileState;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.BrowserDownload;
import io.factuur.ui.DownloadsChanged;
import io.factuur.ui.FileDesk;
import io.factuur.ui.LivePage;
import io.factuur.ui.Notices;
import org.springframework.stereotype.Component;

/** Hands small files over the counter, and has large ones brought. */
@Component
class FileCounter implements FileDesk {

    private final PreparedFiles files;
    private final CurrentPerson me;

    FileCounter(PreparedFiles files, CurrentPerson me) {
        this.files = files;
        this.me = me;
    }

    @Override
    public void fetch(Wanted wanted) {
        Person person = me.get();
        if (files.isQuick(wanted.kind(), wanted.order(), person)) {
            BrowserDownload.start(wanted.path());
            return;
        }
        PreparedFile ordered = files.order(wanted.kind(), wanted.order(), person);
        UI page = UI.getCurrent();
        if (ordered.state() == FileState.READY) {
            BrowserDownload.start("/api/v1/files/" + ordered.id() + "/content");
        } else {
            Notices.done(page.getTranslation("downloads.ordered", ordered.title()));
            LivePage.keepUp(page);
        }
        ComponentUtil.fireEvent(page, new DownloadsChanged(page, files.waiting(person)));
    }

    @Override
    public boolean isQuick(Wanted wanted) {
        return files.isQuick(wanted.kind(), wanted.order(), me.get());
    }
}
