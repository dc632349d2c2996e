package io.factuur.file.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.factuur.file.FileReady;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.DownloadsChanged;
import io.factuur.ui.LivePage;
import io.factuur.ui.Notices;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells every open page of a person that a prepared file of theirs has come to its end: those at once that ordered it or
 * were opened while it was awaited, the others with the next click.
 */
@Component
class FileNews implements VaadinServiceInitListener {

    private final Map<Long, Set<UI>> pages = new ConcurrentHashMap<>();
    private final PreparedFiles files;
    private final CurrentPerson me;

    FileNews(PreparedFiles files, CurrentPerson me) {
        this.files = files;
        this.me = me;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> me.find().ifPresent(person -> watch(opened.getUI(), person)));
    }

    private void watch(UI page, Person person) {
        pages.computeIfAbsent(person.id(), none -> ConcurrentHashMap.newKeySet())
                .add(page);
        page.addDetachListener(closed -> pages.computeIfPresent(person.id(), (key, open) -> {
            open.remove(page);
            return open.isEmpty() ? null : open;
        }));
        if (files.isAwaiting(person)) {
            LivePage.keepUp(page);
        }
    }

    @EventListener
    void tell(FileReady news) {
        Set<UI> open = pages.getOrDefault(news.personId(), Set.of());
        if (!open.isEmpty()) {
            Person owner = new Person(news.personId(), news.username(), "", "", false, false);
            int waiting = files.waiting(owner);
            String title = title(news, owner);
            open.forEach(page -> page.access(() -> show(page, news.successful(), title, waiting)));
        }
    }

    private String title(FileReady news, Person owner) {
        try {
            PreparedFile file = files.get(news.fileId(), owner);
            return file.title();
        } catch (Problem goneAlready) {
            return "";
        }
    }

    private static void show(UI page, boolean successful, String title, int waiting) {
        ComponentUtil.fireEvent(page, new DownloadsChanged(page, waiting));
        if (successful) {
            Notices.done(page.getTranslation("downloads.ready", title));
        } else {
            Notices.failed(page.getTranslation("downloads.failed", title));
        }
    }
}
