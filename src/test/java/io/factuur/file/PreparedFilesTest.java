package io.factuur.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestPeople;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class PreparedFilesTest {

    @Autowired
    PreparedFiles files;

    @Autowired
    TestFileJob job;

    @Autowired
    FilePreparer preparer;

    @Autowired
    FileSweeper sweeper;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    String word;
    Person me;

    @BeforeEach
    void somebodyAndAWord() {
        word = "w" + UUID.randomUUID();
        me = people.somebody();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void whatWasOrderedIsMadeAndCanBeFetched() throws Exception {
        assertThat(files.isAwaiting(me)).isFalse();
        long id = order(me);
        PreparedFile ready = await(id, file -> file.state() == FileState.READY);
        assertThat(files.isAwaiting(me)).isFalse();
        assertThat(ready.percent()).isEqualTo(100);
        assertThat(ready.expiresAt())
                .isCloseTo(clock.instant().plus(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));
        assertThat(files.waiting(me)).isEqualTo(1);

        FileContent content = files.open(id, me);

        assertThat(text(content)).isEqualTo(TestFileJob.text(word));
        assertThat(content.plainSize()).isEqualTo(TestFileJob.text(word).length());
        assertThat(content.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(TestFileJob.text(word).getBytes(StandardCharsets.UTF_8))));
        assertThat(content.path().getFileName().toString()).doesNotContain(word);
        assertThat(files.waiting(me)).isZero();
    }

    @Test
    void itIsThereForItsOwnerOnly() {
        long id = order(me);
        await(id, file -> file.state() == FileState.READY);
        Person other = people.operator();

        assertThatThrownBy(() -> files.get(id, other)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> files.open(id, other)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> files.cancel(id, other)).isInstanceOf(Problem.class);
        assertThat(files.list(0, 10, other)).isEmpty();
    }

    @Test
    void aRightThatIsGoneTakesTheFileWithIt() {
        long id = order(me);
        await(id, file -> file.state() == FileState.READY);
        job.forbid(word);
        assertThatThrownBy(() -> files.open(id, me)).isInstanceOf(Problem.class);
    }

    @Test
    void aRightThatGoesWhileTheJobWaitsFailsIt() {
        CountDownLatch held = job.hold(word);
        long id = order(me);
        await(id, file -> file.state() == FileState.RUNNING);
        assertThat(files.isAwaiting(me)).isTrue();
        job.forbid(word);
        preparer.prepare(id);
        held.countDown();
        assertThat(files.get(id, me).state()).isEqualTo(FileState.FAILED);
        assertThat(files.get(id, me).problem()).isEqualTo("file.problem.right-gone");
    }

    @Test
    void aJobThatIsCancelledStopsAndLeavesNothing() throws IOException {
        CountDownLatch held = job.hold(word);
        long id = order(me);
        await(id, file -> file.state() == FileState.RUNNING);
        files.cancel(id, me);
        held.countDown();

        assertThat(files.get(id, me).state()).isEqualTo(FileState.CANCELLED);
        await(() -> jdbc.sql("select count(*) from scheduled_tasks where task_instance = :id")
                        .param("id", String.valueOf(id))
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(job.made(word)).isZero();
        assertThatThrownBy(() -> files.open(id, me)).isInstanceOf(Problem.class);
        files.cancel(id, me);
        assertThat(files.list(0, 10, me)).isEmpty();
    }

    @Test
    void theSameFileIsMadeOnce() {
        CountDownLatch held = job.hold(word);
        long first = order(me);
        await(first, file -> file.state() == FileState.RUNNING);
        assertThat(order(me)).isEqualTo(first);
        held.countDown();
        await(first, file -> file.state() == FileState.READY);

        Person other = people.somebody();
        assertThat(files.get(order(other), other).state()).isEqualTo(FileState.READY);
        assertThat(job.made(word)).isEqualTo(1);
    }

    @Test
    void aJobThatWasKilledRunsAgainFromTheStart() throws IOException {
        long id = order(me);
        await(id, file -> file.state() == FileState.READY);
        jdbc.sql("update prepared_file set state = 'RUNNING', rows_done = 17, stored_file_id = null where id = :id")
                .param("id", id)
                .update();
        jdbc.sql(
                        "delete from stored_file where id not in (select stored_file_id from prepared_file where stored_file_id is not null)")
                .update();

        preparer.prepare(id);

        assertThat(text(files.open(id, me))).isEqualTo(TestFileJob.text(word));
        assertThat(job.made(word)).isEqualTo(2);
    }

    @Test
    void whatHasExpiredIsDeletedAndWhatIsForGoodIsNot() throws IOException {
        long id = order(me);
        await(id, file -> file.state() == FileState.READY);
        String good = "good" + word;
        long kept = files.order("test", TestFileJob.order(good), me).id();
        await(kept, file -> file.state() == FileState.READY);
        FileContent content = files.open(id, me);
        FileContent goodContent = files.open(kept, me);

        clock.advance(Duration.ofDays(8));
        sweeper.sweep();

        assertThat(files.get(id, me).state()).isEqualTo(FileState.EXPIRED);
        assertThatThrownBy(() -> files.open(id, me)).isInstanceOf(Problem.class);
        assertThat(content.path()).doesNotExist();
        assertThat(goodContent.path()).exists();
        assertThat(files.get(files.order("test", TestFileJob.order(good), me).id(), me)
                        .state())
                .isEqualTo(FileState.READY);
    }

    private long order(Person person) {
        return files.order("test", TestFileJob.order(word), person).id();
    }

    private PreparedFile await(long id, Predicate<PreparedFile> wanted) {
        await(() -> wanted.test(files.get(id, me)));
        return files.get(id, me);
    }

    private static void await(java.util.function.BooleanSupplier wanted) {
        for (int i = 0; i < 300 && !wanted.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    private static String text(FileContent content) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(content.path()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
