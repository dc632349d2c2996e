package io.factuur.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.audit.AuditSeal;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup that is made while others write holds all that was there before, and can be used again. */
@IntegrationTest
class BackupsTest {

    @Autowired
    Backups backups;

    @Autowired
    BackupWriter writer;

    @Autowired
    AuditLog audit;

    @Autowired
    AuditSeal seal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestPeople people;

    @Autowired
    Clock clock;

    @Value("${factuur.data-dir}")
    Path data;

    @TempDir
    Path elsewhere;

    @Test
    void whatIsBackedUpWhileOthersWriteIsWholeAfterItsReturn() throws IOException {
        assumeTrue(writer.possible());
        Path paper = Files.createDirectories(data.resolve("documents/2024")).resolve("backup-test.pdf");
        Files.writeString(paper, "a document");
        Path unfinished = Files.writeString(data.resolve("documents/2024/new1.part"), "half");
        write("before");
        seal.seal();
        long before = entries();

        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger meanwhile = new AtomicInteger();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                write("meanwhile " + meanwhile.incrementAndGet());
                seal.seal();
            }
        });
        Person operator = people.operator();
        Backup made;
        try {
            made = backups.make(operator);
        } finally {
            done.set(true);
            others.join();
        }
        assertThat(meanwhile.get()).as("entries written meanwhile").isPositive();
        assertThat(backups.list(operator).getFirst()).isEqualTo(made);

        Path folder = elsewhere.resolve("data");
        Restore.into(folder, writer.all().getFirst());
        assertThat(folder.resolve("documents/2024/backup-test.pdf")).hasContent("a document");
        assertThat(folder.resolve("documents/2024/new1.part")).doesNotExist();
        Files.delete(unfinished);
        Files.delete(paper);

        assertThat(Commands.run(clock, List.of(), "check", "--factuur.data-dir=" + folder, "--logging.level.root=warn"))
                .as("the chain is intact and the documents are there")
                .isZero();
        assertThat(entriesIn(folder)).isGreaterThanOrEqualTo(before);
    }

    @Test
    void aBackupThatWasTouchedIsNotTaken() throws IOException {
        Path zip = elsewhere.resolve("backup.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("documents/one.pdf"));
            out.write("changed".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry(Checksums.NAME));
            out.write(("0".repeat(64) + "  documents/one.pdf\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Restore.into(elsewhere.resolve("data"), zip)).hasMessageContaining("not whole");
        assertThat(elsewhere.resolve("data")).doesNotExist();
    }

    @Test
    void nothingLandsOutsideTheFolderAndNothingIsOverwritten() throws IOException {
        Path zip = elsewhere.resolve("backup.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../outside.txt"));
        }
        assertThatThrownBy(() -> Restore.into(elsewhere.resolve("data"), zip)).hasMessageContaining("outside");
        assertThat(elsewhere.resolve("outside.txt")).doesNotExist();
        assertThatThrownBy(() -> Restore.into(elsewhere, zip)).hasMessageContaining("not empty");
    }

    @Test
    void onlyAnOperatorOrdersOne() {
        Person somebody = people.somebody();
        assertThatThrownBy(() -> backups.make(somebody)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> backups.list(somebody)).isInstanceOf(Problem.class);
    }

    @Test
    void onPostgresqlItSaysHow() {
        assumeTrue(!writer.possible());
        assertThatThrownBy(() -> backups.make(people.operator())).hasMessageContaining("pg_dump");
    }

    private void write(String subject) {
        audit.record(AuditEvent.done("backup-test", "test.write", null, subject));
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    private static long entriesIn(Path folder) {
        org.springframework.jdbc.datasource.DriverManagerDataSource restored =
                new org.springframework.jdbc.datasource.DriverManagerDataSource(
                        "jdbc:h2:file:" + folder.resolve("factuur")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                        "factuur",
                        "");
        return JdbcClient.create(restored)
                .sql("select count(*) from audit_entry")
                .query(Long.class)
                .single();
    }
}
