package io.factuur.file.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import io.factuur.UiTest;
import io.factuur.file.FileState;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.file.TestFileJob;
import io.factuur.security.Person;
import io.factuur.ui.DownloadsBell;
import io.factuur.ui.EmptyState;
import io.factuur.ui.FileButton;
import io.factuur.ui.FileDesk;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DownloadsViewTest extends UiTest {

    @Autowired
    PreparedFiles files;

    @Autowired
    TestFileJob job;

    @Autowired
    FileDesk desk;

    private Person me;

    @BeforeEach
    void somebody() {
        me = people.somebody();
        signIn(me);
    }

    @Test
    void aSmallFileComesAtOnceAndLeavesNothingBehind() {
        open("downloads");
        fetch("small" + UUID.randomUUID());
        assertThat(files.list(0, 10, me)).isEmpty();
        assertThat(_get(EmptyState.class).isVisible()).isTrue();
    }

    @Test
    void aLargeFileIsPreparedAndTheBellRingsWhenItIsReady() {
        String word = "huge" + UUID.randomUUID();
        CountDownLatch held = job.hold(word);
        DownloadsView view = open("downloads", DownloadsView.class);
        fetch(word);
        assertThat(words(_find(Notification.class))).contains("The word " + word + " is being prepared");

        await(FileState.RUNNING);
        PreparedFile running = files.list(0, 1, me).getFirst();
        assertThat(view.grid.isVisible()).isTrue();
        assertThat(view.grid.detail(running)).contains("of 1,000,000 rows");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        held.countDown();
        await(FileState.READY);
        awaitTheBell();
        assertThat(words(_find(Notification.class))).contains("The word " + word + " is ready under Downloads.");
        assertThat(_get(DownloadsBell.class).getElement().getTextRecursively()).isEqualTo("1");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
        assertThat(view.grid.detail(files.list(0, 1, me).getFirst())).contains("1,000,000 rows", "kB", "until");
    }

    @Test
    void whatWasCancelledCanBeOrderedAgain() {
        String word = "huge" + UUID.randomUUID();
        CountDownLatch held = job.hold(word);
        long id = files.order("test", TestFileJob.order(word), me).id();
        files.cancel(id, me);
        held.countDown();
        assertThat(files.get(id, me).state()).isEqualTo(FileState.CANCELLED);

        PreparedFile again = files.again(id, me);

        assertThat(again.id()).isNotEqualTo(id);
        assertThat(files.list(0, 10, me)).extracting(PreparedFile::id).containsExactly(again.id());
        await(FileState.READY);
    }

    private void fetch(String word) {
        FileButton button =
                new FileButton("Download", desk, new FileDesk.Wanted("test", TestFileJob.order(word), "/api/v1/test"));
        UI.getCurrent().add(button);
        _click(button);
    }

    /** It rings after the file is stored. */
    private static void awaitTheBell() {
        for (int i = 0; i < 1_600; i++) {
            MockVaadin.clientRoundtrip(true);
            if (_get(DownloadsBell.class).getElement().getTextRecursively().equals("1")) {
                return;
            }
            pause();
        }
    }

    private void await(FileState state) {
        for (int i = 0; i < 1_600 && files.list(0, 1, me).getFirst().state() != state; i++) {
            pause();
        }
        assertThat(files.list(0, 1, me).getFirst().state()).isEqualTo(state);
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String words(List<Notification> notices) {
        return notices.stream()
                .map(notice -> notice.getElement().getTextRecursively())
                .toList()
                .toString();
    }
}
