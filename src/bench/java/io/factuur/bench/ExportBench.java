package io.factuur.bench;

import io.factuur.Application;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.ApiTokens;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.usage.CostAnalysis;
import io.factuur.usage.CostSpan;
import io.factuur.usage.Dialect;
import io.factuur.usage.Dimension;
import io.factuur.usage.FocusColumn;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageImports;
import io.factuur.usage.UsageRequest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * How fast usage comes out: the file against what each database writes by itself, the second download of a closed period
 * against a packed file sent by the same server, fifty downloads at once, and costs by service and day against GROUP BY.
 */
public final class ExportBench {

    private static final PrintStream OUT = System.out;
    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final int AT_ONCE = 50;
    private static final String TOKEN = "bench-token";
    private static final String COLUMNS =
            FocusColumn.ALL.stream().map(FocusColumn::stored).collect(Collectors.joining(", "));
    private static final Path OUT_FILE = Path.of("target/bench/out.csv").toAbsolutePath();
    private static final Path PACKED = Path.of("target/bench/rival.csv.gz").toAbsolutePath();

    private final long rows;
    private final int rounds;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private ExportBench(long rows, int rounds) {
        this.rows = rows;
        this.rounds = rounds;
    }

    /** Arguments: rows, rounds, and optionally {@code h2} or {@code postgresql} for one of the two. */
    public static void main(String[] args) throws Exception {
        long rows = Long.parseLong(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        String only = args.length > 2 ? args[2] : "";
        Files.createDirectories(OUT_FILE.getParent());
        if (!only.equals("postgresql")) {
            Path home = Files.createTempDirectory(OUT_FILE.getParent(), "h2");
            new ExportBench(rows, rounds)
                    .run(
                            "H2",
                            "jdbc:h2:file:" + home + "/factuur;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                                    + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                            home);
        }
        if (!only.equals("h2")) {
            Path home = Files.createTempDirectory(OUT_FILE.getParent(), "pg");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
                new ExportBench(rows, rounds).run("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"), home);
            }
        }
        System.exit(0);
    }

    private void run(String name, String url, Path home) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class, Rival.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--factuur.data-dir=" + home,
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off")) {
            Prepared prepared = prepare(application);
            boolean postgres = name.equals("PostgreSQL");
            for (int round = 0; round < rounds; round++) {
                note(postgres ? "COPY TO" : "CSVWRITE", () -> rival(prepared, postgres));
                note("Factuur, plain file", () -> write(prepared, false));
                note("Factuur, packed file", () -> write(prepared, true));
                note("GROUP BY service and day", () -> groupBy(prepared));
                note("Factuur, by service", () -> analysis(prepared, Dimension.SERVICE));
                note("Factuur, by day", () -> analysis(prepared, Dimension.DAY));
            }
            fifty(prepared);
            close(prepared);
            pack();
            note("first download of the closed period", () -> fetch(prepared, "usage?" + query(prepared)));
            for (int round = 0; round < rounds; round++) {
                note("rival.csv.gz from the same server", () -> fetch(prepared, "rival"));
                note("second download of the closed period", () -> fetch(prepared, "usage?" + query(prepared)));
            }
            print(name);
        }
    }

    private Prepared prepare(ConfigurableApplicationContext application) throws Exception {
        Person operator = application
                .getBean(People.class)
                .register("bench", "Bench", new EmailAddress("bench@example.com"), "bench", true);
        Scope enrollment = application
                .getBean(Scopes.class)
                .create(
                        new NewScope(
                                null, ScopeKind.BILLING_ACCOUNT, AgreementType.EA, "Bench", "bench-0001", "EUR", null),
                        operator);
        application
                .getBean(Assignments.class)
                .assign(enrollment.id(), operator.username(), Role.ENTERPRISE_ADMINISTRATOR, operator);
        application.getBean(ApiTokens.class).store(operator, "Bench", TOKEN, null);
        Path file = new FocusFile("bench-0001", MONTH, rows, 1)
                .at(Path.of("target/bench/focus-" + rows + ".csv").toAbsolutePath());
        try (InputStream in = Files.newInputStream(file)) {
            application.getBean(UsageImports.class).run(in, ImportRequest.of("bench.csv"), operator);
        }
        return new Prepared(
                application,
                application.getBean(DataSource.class),
                operator,
                enrollment,
                "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + "/api/v1/");
    }

    private static void rival(Prepared prepared, boolean postgres) throws Exception {
        try (Connection connection = prepared.database().getConnection()) {
            if (postgres) {
                try (OutputStream out = Files.newOutputStream(OUT_FILE)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (select " + COLUMNS + " from usage_row) to stdout (format csv, header)", out);
                }
            } else {
                execute(
                        prepared.database(),
                        "call csvwrite('" + OUT_FILE + "', 'select " + COLUMNS + " from usage_row', 'charset=UTF-8')");
            }
        }
    }

    private void write(Prepared prepared, boolean packed) throws IOException {
        long start = System.nanoTime();
        long[] first = {0};
        UsageRequest request = new UsageRequest(
                prepared.scope().id(),
                PeriodChoice.of(MONTH.toString()),
                UsageFormat.FOCUS_1_2,
                Dialect.MACHINE,
                ChargeChoice.ALL);
        try (OutputStream out = new FirstByte(Files.newOutputStream(OUT_FILE), first)) {
            var file = prepared.application().getBean(UsageFiles.class).open(request, prepared.person());
            if (packed) {
                file.writeGzipTo(out);
            } else {
                file.writeTo(out);
            }
        }
        figures.computeIfAbsent("  its first byte", none -> new ArrayList<>()).add((first[0] - start) / 1e9);
    }

    private void groupBy(Prepared prepared) throws Exception {
        execute(
                prepared.database(),
                "select service_name, charge_day, sum(cost) from usage_row group by service_name, charge_day");
    }

    private static void analysis(Prepared prepared, Dimension by) {
        prepared.application()
                .getBean(CostAnalysis.class)
                .by(by, "", prepared.scope().id(), CostSpan.month(MONTH), prepared.person());
    }

    private void fifty(Prepared prepared) throws Exception {
        resetPeaks();
        List<Callable<Double>> people = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            people.add(() -> {
                long start = System.nanoTime();
                fetch(prepared, "usage?" + query(prepared));
                return (System.nanoTime() - start) / 1e9;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Double> seconds = new ArrayList<>();
            for (Future<Double> done : threads.invokeAll(people)) {
                seconds.add(done.get());
            }
            seconds.sort(null);
            OUT.printf(
                    "%d at once: fastest %.1f s, slowest %.1f s, peak of the heap %,d MB%n",
                    AT_ONCE, seconds.getFirst(), seconds.getLast(), peak() >> 20);
        }
    }

    private static void close(Prepared prepared) throws Exception {
        execute(
                prepared.database(),
                "insert into closed_period (scope_id, period_start, period_end, closed_at) values ("
                        + prepared.scope().id() + ", date '2026-01-01', date '2026-02-01', current_timestamp)");
    }

    /** The same content as Factuur's, packed by the JDK. */
    private static void pack() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(PACKED), 1 << 16)) {
            Files.copy(OUT_FILE.resolveSibling("out.csv"), out);
        }
    }

    private static String query(Prepared prepared) {
        return "scope=" + prepared.scope().id() + "&period=" + MONTH + "&format=focus-1.2";
    }

    private static long fetch(Prepared prepared, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(prepared.base() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<InputStream> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static void execute(DataSource database, String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void note(String what, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        figures.computeIfAbsent(what, none -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
    }

    private void print(String name) {
        figures.forEach((what, all) -> {
            double median = all.stream().sorted().skip(all.size() / 2).findFirst().orElse(0.0);
            OUT.printf("%-10s %-40s %8.3f s, %,10.0f rows/s  %s%n", name, what, median, rows / median, all);
        });
        OUT.printf("%-10s peak of the heap %,d MB%n", name, peak() >> 20);
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private record Prepared(
            ConfigurableApplicationContext application,
            DataSource database,
            Person person,
            Scope scope,
            String base) {}

    /** Notes when the first byte comes. */
    private static final class FirstByte extends OutputStream {

        private final OutputStream out;
        private final long[] first;

        FirstByte(OutputStream out, long[] first) {
            this.out = out;
            this.first = first;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (first[0] == 0) {
                first[0] = System.nanoTime();
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Sends a packed file as it is: what a web server would do at best. */
    static class Rival {

        @Bean
        ServletRegistrationBean<HttpServlet> rivalServlet() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.setHeader("Content-Encoding", "gzip");
                            response.setContentLengthLong(Files.size(PACKED));
                            Files.copy(PACKED, response.getOutputStream());
                        }
                    },
                    "/api/v1/rival");
        }
    }
}
