package io.factuur.bench;

import io.factuur.Application;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scopes;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.usage.FocusColumn;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast a FOCUS file goes in, against what each database does by itself with the same file into a table of the same
 * columns. The whole application runs, so that the heap is the real one.
 */
public final class ImportBench {

    private static final PrintStream OUT = System.out;
    private static final String COLUMNS =
            FocusColumn.ALL.stream().map(FocusColumn::stored).collect(Collectors.joining(", "));
    private static final String TITLES =
            FocusColumn.ALL.stream().map(FocusColumn::title).collect(Collectors.joining(", "));

    private final long rows;
    private final Path file;
    private final int rounds;

    private ImportBench(long rows, int rounds) throws Exception {
        this.rows = rows;
        this.rounds = rounds;
        this.file = new FocusFile("bench-0001", YearMonth.of(2026, 1), rows, 1)
                .at(Path.of("target/bench/focus-" + rows + ".csv").toAbsolutePath());
    }

    /** Arguments: rows, rounds, and optionally {@code h2} or {@code postgresql} for one of the two. */
    public static void main(String[] args) throws Exception {
        ImportBench bench = new ImportBench(Long.parseLong(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : 3);
        String only = args.length > 2 ? args[2] : "";
        if (!only.equals("postgresql")) {
            Path home = Files.createTempDirectory(Path.of("target/bench"), "h2");
            bench.run(
                    "H2",
                    "jdbc:h2:file:" + home.toAbsolutePath() + "/factuur;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                            + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                    home);
        }
        if (!only.equals("h2")) {
            Path home = Files.createTempDirectory(Path.of("target/bench"), "pg");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
                bench.run("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"), home);
            }
        }
        System.exit(0);
    }

    private void run(String name, String url, Path home) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--factuur.data-dir=" + home,
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off")) {
            DataSource database = application.getBean(DataSource.class);
            Person operator = operator(application);
            UsageImports imports = application.getBean(UsageImports.class);
            Map<String, List<Spent>> times = new LinkedHashMap<>();
            boolean postgres = name.equals("PostgreSQL");
            prepare(database, postgres);
            for (int round = 0; round < rounds; round++) {
                execute(database, "truncate table rival_row");
                if (postgres) {
                    times.computeIfAbsent("COPY of the file, by the server", none -> new ArrayList<>())
                            .add(time(() -> copyFile(database)));
                    execute(database, "truncate table rival_row");
                    times.computeIfAbsent("COPY of the file, sent by a client", none -> new ArrayList<>())
                            .add(time(() -> copyStream(database)));
                } else {
                    times.computeIfAbsent("INSERT ... SELECT FROM CSVREAD", none -> new ArrayList<>())
                            .add(time(() -> csvRead(database)));
                }
                times.computeIfAbsent("Factuur, reading only (dry run)", none -> new ArrayList<>())
                        .add(time(() -> factuur(imports, operator, true)));
                empty(database);
                times.computeIfAbsent("Factuur", none -> new ArrayList<>())
                        .add(time(() -> factuur(imports, operator, false)));
            }
            print(name, times);
        }
    }

    private static Person operator(ConfigurableApplicationContext application) {
        Person operator = application
                .getBean(People.class)
                .register("bench", "Bench", new EmailAddress("bench@example.com"), "bench", true);
        application
                .getBean(Scopes.class)
                .create(
                        new NewScope(
                                null,
                                ScopeKind.BILLING_ACCOUNT,
                                AgreementType.EA,
                                "Bench",
                                "bench-0001",
                                "EUR",
                                null),
                        operator);
        return operator;
    }

    private static void prepare(DataSource database, boolean postgres) throws Exception {
        if (postgres) {
            execute(database, "create table rival_row (like usage_row including all)");
            execute(database, "create sequence rival_id cache 1000");
            execute(database, "alter table rival_row alter column id set default nextval('rival_id')");
            execute(database, "alter table rival_row alter column delivery_id set default 0");
            execute(database, "alter table rival_row alter column scope_id set default 0");
            execute(database, "alter table rival_row alter column charge_day set default date '2026-01-01'");
            execute(database, "alter table rival_row alter column cost set default 0");
        } else {
            execute(database, "create table rival_row as select * from usage_row where 1 = 0");
            execute(database, "alter table rival_row alter column id set not null");
            execute(database, "alter table rival_row add primary key (id)");
        }
    }

    private void csvRead(DataSource database) throws Exception {
        execute(
                database,
                "insert into rival_row (id, delivery_id, scope_id, charge_day, cost, " + COLUMNS
                        + ") select rownum(), 0, 0, date '2026-01-01', cast(BilledCost as decimal(38, 18)), " + TITLES
                        + " from csvread('" + file + "')");
    }

    private void copyFile(DataSource database) throws Exception {
        execute(database, "copy rival_row (" + COLUMNS + ") from '" + file + "' (format csv, header)");
    }

    private void copyStream(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                InputStream in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy rival_row (" + COLUMNS + ") from stdin (format csv, header)", in, 1 << 16);
        }
    }

    private void factuur(UsageImports imports, Person operator, boolean dryRun) throws Exception {
        ImportRequest request = ImportRequest.of("bench.csv");
        try (InputStream in = Files.newInputStream(file)) {
            UsageImport done = imports.run(in, dryRun ? request.asDryRun() : request, operator);
            ImportState wanted = dryRun ? ImportState.CHECKED : ImportState.LIVE;
            if (done.state() != wanted || done.rowsAccepted() != rows) {
                throw new IllegalStateException("Not imported: " + done);
            }
        }
    }

    private static void empty(DataSource database) throws Exception {
        execute(database, "update usage_import set sha256 = null");
        execute(database, "truncate table usage_daily");
        execute(database, "truncate table usage_row");
    }

    private static void execute(DataSource database, String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** @param cpu of this process and, for PostgreSQL, of its server's: what counts on a machine that others use too */
    private record Spent(long nanos, long cpu) {}

    private static Spent time(Work work) throws Exception {
        long cpu = cpu();
        long start = System.nanoTime();
        work.run();
        return new Spent(System.nanoTime() - start, cpu() - cpu);
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos()
                + ProcessHandle.current()
                        .descendants()
                        .mapToLong(child ->
                                child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                        .sum();
    }

    private void print(String name, Map<String, List<Spent>> times) {
        Spent ours = median(times.getOrDefault("Factuur", List.of()));
        times.forEach((what, all) -> {
            Spent median = median(all);
            OUT.printf(
                    "%-10s %-36s %,8.0f rows/s, CPU %5.1f us a row; Factuur is %.2f of it, by CPU %.2f  (s: %s)%n",
                    name,
                    what,
                    rows * 1e9 / median.nanos(),
                    median.cpu() / 1e3 / rows,
                    (double) median.nanos() / ours.nanos(),
                    (double) median.cpu() / ours.cpu(),
                    all.stream()
                            .map(round -> String.format("%.1f", round.nanos() / 1e9))
                            .collect(Collectors.joining(" ")));
        });
        Runtime jvm = Runtime.getRuntime();
        OUT.printf(
                "%-10s heap in use %,d MB of %,d%n",
                name, (jvm.totalMemory() - jvm.freeMemory()) >> 20, jvm.maxMemory() >> 20);
    }

    private static Spent median(List<Spent> all) {
        return new Spent(
                all.stream().mapToLong(Spent::nanos).sorted().toArray()[all.size() / 2],
                all.stream().mapToLong(Spent::cpu).sorted().toArray()[all.size() / 2]);
    }
}
