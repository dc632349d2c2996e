package io.factuur.usage.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Placement;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.PeriodGate;
import io.factuur.usage.TestAccounts;
import io.factuur.usage.UsageCsv;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import io.factuur.usage.out.KnownFacts;
import io.factuur.usage.out.UnknownColumns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ImportQueueTest {

    @Autowired
    UsageImports imports;

    @Autowired
    ImportQueue queue;

    @Autowired
    ImportStore store;

    @Autowired
    DeliveryStore deliveries;

    @Autowired
    DeliveryGarbage garbage;

    @Autowired
    RowSweeper sweeper;

    @Autowired
    DataFolder data;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    Person operator;
    Scope account;

    @BeforeEach
    void setUp() {
        operator = people.operator();
        account = accounts.enrollment();
    }

    @Test
    void anUploadIsReadInTheBackgroundAndItsFileGoesAway() throws Exception {
        long id = imports.submit(csv("1").stream(), ImportRequest.of("march.csv"), operator);
        UsageImport done = over(id);
        assertThat(done.state()).isEqualTo(ImportState.LIVE);
        assertThat(done.bytesRead()).isEqualTo(Objects.requireNonNull(done.bytesTotal()));
        eventually(() -> !Files.exists(data.file(store.keptAt(id).orElseThrow())));
        assertThat(liveRows()).isEqualTo(1);
    }

    @Test
    void aDroppedFileIsPutAwayWithAReport() throws Exception {
        String name = "drop-" + UUID.randomUUID() + ".csv";
        Files.write(data.folder("inbox").resolve(name), csv("1").bytes());
        Path report = data.folder("inbox/done").resolve(name + ".report.txt");
        eventually(() -> Files.exists(report));
        assertThat(Files.readString(report))
                .contains("One row of the FOCUS 1.2 file is live")
                .contains("EUR 1");
        assertThat(data.folder("inbox/done").resolve(name)).exists();

        Files.write(data.folder("inbox/append").resolve(name), csv("2").bytes());
        eventually(() -> Files.exists(data.folder("inbox/done").resolve("2-" + name + ".report.txt")));
        assertThat(liveRows()).isEqualTo(2);

        Files.write(data.folder("inbox").resolve(name), csv("two").bytes());
        Path failed = data.folder("inbox/failed").resolve(name + ".report.txt");
        eventually(() -> Files.exists(failed));
        assertThat(Files.readString(failed)).contains("One row of 1 cannot be taken");
        assertThat(data.folder("inbox/failed").resolve(name + ".rejects.csv"))
                .content()
                .contains("two");
        assertThat(liveRows()).isEqualTo(2);
    }

    @Test
    void whatAStoppedProcessLeftIsBegunAgain() throws Exception {
        Path file = data.folder("uploads").resolve(UUID.randomUUID() + ".usage");
        Files.write(file, csv("1").bytes());
        long id = store.start(
                ImportRequest.of("a.csv"), operator.username(), new KeptFile(data.relative(file), Files.size(file)));
        long stream = store.start(ImportRequest.of("b.csv"), operator.username(), null);
        long staged = deliveries.stage(stream, key());
        jdbc.sql("update usage_import set state = 'RUNNING', seen_at = :then where id in (:ids)")
                .param("then", Instant.now().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .param("ids", List.of(id, stream))
                .update();
        assertThat(over(id).state()).isEqualTo(ImportState.LIVE);
        UsageImport lost = over(stream);
        assertThat(lost.state()).isEqualTo(ImportState.FAILED);
        assertThat(Objects.requireNonNull(lost.sentence()).text(Locale.ENGLISH)).contains("send it again");
        sweeper.sweep();
        assertThat(count("select count(*) from usage_delivery where id = " + staged))
                .isZero();
    }

    private StagedDelivery.Key key() {
        return new StagedDelivery.Key(
                Place.known(account, account),
                java.time.LocalDate.of(2025, 3, 1),
                io.factuur.shared.BillingPeriod.month(java.time.YearMonth.of(2025, 3)),
                "EUR");
    }

    @Test
    void aRunningImportCanBeCancelledAndLeavesNothing() throws Exception {
        Endless endless = new Endless(csv("1").toString());
        CompletableFuture<UsageImport> running =
                CompletableFuture.supplyAsync(() -> imports.run(endless, ImportRequest.of("endless.csv"), operator));
        eventually(() -> count("select count(*) from usage_import where file_name = 'endless.csv' and state = 'RUNNING'"
                        + " and rows_read > 0")
                > 0);
        long id = jdbc.sql("select max(id) from usage_import where file_name = 'endless.csv'")
                .query(Long.class)
                .single();
        imports.cancel(id, operator);
        assertThat(running.get(30, TimeUnit.SECONDS).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(liveRows()).isZero();
        assertThatThrownBy(() -> imports.cancel(id, operator)).isInstanceOf(Problem.class);
        eventually(() -> {
            sweeper.sweep();
            return count("select count(*) from usage_delivery where import_id = " + id) == 0;
        });
        assertThat(count("select count(*) from usage_row r join usage_import i on i.id = " + id
                        + " where r.id between i.first_row_id and i.last_row_id"))
                .isZero();
    }

    @Test
    void replacedRowsAreSweptAfterAWhile() throws Exception {
        imports.run(csv("1").stream(), ImportRequest.of("a.csv"), operator);
        imports.run(csv("2").stream(), ImportRequest.of("b.csv"), operator);
        long old = jdbc.sql("select id from usage_delivery where billed_scope_id = :id and state = 'REPLACED'")
                .param("id", account.id())
                .query(Long.class)
                .single();
        assertThat(count("select count(*) from usage_row where delivery_id = " + old))
                .isEqualTo(1);
        jdbc.sql("update usage_delivery set replaced_at = :then where id = :id")
                .param("then", Instant.now().minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                .param("id", old)
                .update();
        eventually(() -> {
            sweeper.sweep();
            return count("select count(*) from usage_delivery where state = 'SWEPT' and id = " + old) == 1;
        });
        assertThat(count("select count(*) from usage_row where delivery_id = " + old))
                .isZero();
        assertThat(count("select count(*) from usage_daily where delivery_id = " + old))
                .isZero();
        assertThat(count("select count(*) from usage_sum where delivery_id = " + old))
                .isZero();
        assertThat(liveRows()).isEqualTo(1);
    }

    @Test
    void twoImportsOfOneMonthNeverMix() throws Exception {
        for (int round = 0; round < 5; round++) {
            UsageCsv first = UsageCsv.of(account.externalId(), "2025-03");
            UsageCsv second = UsageCsv.of(account.externalId(), "2025-03");
            for (int i = 0; i < 50; i++) {
                first.add("sub-" + round + "-" + i % 7, "02", round + ".1");
                second.add("sub-" + round + "-" + i % 7, "02", round + ".2");
            }
            CompletableFuture<UsageImport> one = CompletableFuture.supplyAsync(
                    () -> imports.run(first.stream(), ImportRequest.of("one.csv"), operator));
            UsageImport two = imports.run(second.stream(), ImportRequest.of("two.csv"), operator);
            assertThat(one.get(60, TimeUnit.SECONDS).state()).isEqualTo(ImportState.LIVE);
            assertThat(two.state()).isEqualTo(ImportState.LIVE);
            assertThat(liveRows()).isEqualTo(50);
            assertThat(count(
                            "select count(distinct r.cost) from usage_row r join usage_delivery d on d.id = r.delivery_id"
                                    + " where d.state = 'LIVE' and d.billed_scope_id = " + account.id()))
                    .isEqualTo(1);
            assertThat(count("select count(distinct r.scope_id) from usage_row r join usage_delivery d"
                            + " on d.id = r.delivery_id join scope s on s.id = r.scope_id"
                            + " where d.state = 'LIVE' and d.billed_scope_id = " + account.id()))
                    .isEqualTo(7);
            assertThat(count("select count(*) from scope s join scope_ancestor a on a.scope_id = s.id"
                            + " where s.external_id like 'sub-" + round + "-%' and a.ancestor_id = " + account.id()))
                    .isEqualTo(7);
        }
    }

    @Test
    void aDeathBetweenWritingAndGoingLiveLeavesNothing() throws Exception {
        imports.run(csv("1").stream(), ImportRequest.of("a.csv"), operator);
        ImportOrder order = new ImportOrder(
                store.start(ImportRequest.of("b.csv"), operator.username(), null),
                ImportRequest.of("b.csv"),
                operator.username());
        UsageCsv newer = csv("2").add("fresh-" + account.externalId(), "04", "2");
        assertThatThrownBy(() -> mortal().run(order, newer.stream())).isInstanceOf(Killed.class);

        long written = count("select count(*) from usage_row r join usage_delivery d on d.id = r.delivery_id"
                + " where d.import_id = " + order.importId());
        assertThat(written).isEqualTo(2);
        assertThat(liveRows()).isEqualTo(1);
        assertThat(count("select count(*) from scope where external_id = 'fresh-" + account.externalId() + "'"))
                .isZero();
        eventually(() -> {
            sweeper.sweep();
            return count("select count(*) from usage_row r join usage_import i on i.id = " + order.importId()
                            + " where r.id between i.first_row_id and i.last_row_id")
                    == 0;
        });
        assertThat(liveRows()).isEqualTo(1);
    }

    @Test
    void filesThatAStoppedProcessTookAreSeenTo() throws Exception {
        String name = "taken-" + UUID.randomUUID() + ".csv";
        Files.write(data.folder("inbox/working").resolve(name), csv("1").bytes());
        eventually(() -> Files.exists(data.folder("inbox/done").resolve(name + ".report.txt")), queue::look);
        assertThat(liveRows()).isEqualTo(1);

        Path done = data.folder("inbox/working/append").resolve("over-" + name);
        long id = store.start(ImportRequest.of("over-" + name), "<inbox>", new KeptFile(data.relative(done), 1));
        jdbc.sql("update usage_import set state = 'CANCELLED' where id = :id")
                .param("id", id)
                .update();
        Files.write(done, csv("2").bytes());
        eventually(
                () -> Files.exists(data.folder("inbox/failed").resolve("over-" + name + ".report.txt")), queue::look);
        assertThat(done).doesNotExist();
        assertThat(liveRows()).isEqualTo(1);
    }

    @Test
    void anImportThatIsBegunAgainLeavesNoRowsOfItsFirstLife() throws Exception {
        Path file = data.folder("uploads").resolve(UUID.randomUUID() + ".usage");
        Files.write(file, csv("1").bytes());
        long id = store.start(
                ImportRequest.of("twice.csv"),
                operator.username(),
                new KeptFile(data.relative(file), Files.size(file)));
        jdbc.sql("update usage_import set state = 'RUNNING' where id = :id")
                .param("id", id)
                .update();
        assertThatThrownBy(() -> mortal().run(store.order(id), csv("1").stream()))
                .isInstanceOf(Killed.class);
        jdbc.sql("""
                update usage_delivery set state = 'STAGED', first_row_id = null, last_row_id = null
                where import_id = :id
                """).param("id", id).update();
        jdbc.sql("update usage_import set seen_at = :then where id = :id")
                .param("then", Instant.now().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        assertThat(over(id).state()).isEqualTo(ImportState.LIVE);
        eventually(() -> count("select count(*) from usage_delivery where import_id = " + id) == 1, sweeper::sweep);
        assertThat(count(
                        "select count(*) from usage_row r where r.resource_id = 'machine-1' and r.billing_account_id = '"
                                + account.externalId() + "'"))
                .isEqualTo(1);
        assertThat(liveRows()).isEqualTo(1);
    }

    @Test
    void whatAnEndedImportLeftIsSweptToo() throws Exception {
        long id = store.start(ImportRequest.of("left.csv"), operator.username(), null);
        deliveries.stage(id, key());
        jdbc.sql("update usage_import set state = 'FAILED', seen_at = :then where id = :id")
                .param("then", Instant.now().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        eventually(() -> count("select count(*) from usage_delivery where import_id = " + id) == 0, sweeper::sweep);
    }

    @Test
    void whatACancelledImportIsStillWritingIsNotSweptUnderIt() throws Exception {
        long id = store.start(ImportRequest.of("writing.csv"), operator.username(), null);
        long staged = deliveries.stage(id, key());
        store.cancel(id);
        sweeper.sweep();
        assertThat(count("select count(*) from usage_delivery where id = " + staged + " and state = 'STAGED'"))
                .isEqualTo(1);
        garbage.discard(id);
        eventually(() -> count("select count(*) from usage_delivery where id = " + staged) == 0, sweeper::sweep);
    }

    private static void eventually(Callable<Boolean> condition, Runnable push) throws Exception {
        eventually(() -> {
            push.run();
            return condition.call();
        });
    }

    private Importer mortal() {
        return new Importer(
                store,
                deliveries,
                garbage,
                context.getBean(StoredRows.class),
                context.getBean(RowIds.class),
                context.getBean(RowWriters.class),
                new DyingSwitch(context),
                context.getBean(Placement.class),
                context.getBean(UnknownColumns.class),
                context.getBean(KnownFacts.class),
                data,
                context.getBean(ImportLimits.class),
                context.getBean(AuditLog.class));
    }

    private static final class Killed extends Error {}

    /** The process ends here: everything is written, nothing is live. */
    private static final class DyingSwitch extends ImportSwitch {

        DyingSwitch(ApplicationContext context) {
            super(
                    context.getBean(PeriodGate.class),
                    context.getBean(DeliveryStore.class),
                    context.getBean(DeliveryGarbage.class),
                    context.getBean(ImportStore.class),
                    context.getBean(Placement.class),
                    context.getBean(AuditLog.class),
                    context);
        }

        @Override
        public List<StagedDelivery> goLive(ImportOrder order, ImportTally tally, Deliveries staged, Places places) {
            throw new Killed();
        }
    }

    private UsageCsv csv(String cost) {
        return UsageCsv.of(account.externalId(), "2025-03").add("s", "02", cost);
    }

    private long liveRows() {
        return count(
                "select coalesce(sum(row_count), 0) from usage_delivery where state = 'LIVE' and billed_scope_id = "
                        + account.id());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private UsageImport over(long id) throws Exception {
        eventually(() -> {
            queue.look();
            return imports.get(id, operator).state().isOver();
        });
        return imports.get(id, operator);
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plusSeconds(40);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    /** A file that never ends: its last row comes again and again. */
    private static final class Endless extends InputStream {

        private final byte[] text;
        private final int again;
        private int at;

        Endless(String csv) {
            text = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            again = csv.indexOf('\n') + 1;
        }

        @Override
        public int read() throws IOException {
            at = at == text.length ? again : at;
            return text[at++];
        }
    }
}
