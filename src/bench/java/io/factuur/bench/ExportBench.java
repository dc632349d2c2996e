package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.CostAnalysis;
import io.factuur.usage.CostSpan;
import io.factuur.usage.Dialect;
import io.factuur.usage.Dimension;
import io.factuur.usage.FocusColumn;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageImports;
import io.factuur.usage.UsageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * How fast usage comes out, every column of every row: the file against what each database writes by itself and against
 * DuckDB, and costs by service and day against GROUP BY over the rows. Downloads are {@link DownloadBench}'s.
 */
public final class ExportBench {

    static final YearMonth MONTH = YearMonth.of(2026, 1);
    static final Path FOLDER = Path.of("target/bench").toAbsolutePath();
    static final String TOKEN = "bench-token";
    private static final Path OUT_FILE = FOLDER.resolve("out.csv");
    private static final String COLUMNS =
            FocusColumn.ALL.stream().map(FocusColumn::stored).collect(Collectors.joining(", "));
    private static final String OURS = "Factuur, plain file";
    private static final String SUMS = "Factuur, costs by service, by day";

    private final Bench bench;
    private final Meter meter;
    private final Set<String> options;
    private final Scope scope;
    private final Person reader;

    private ExportBench(Bench bench, Meter meter, Set<String> options, Scope scope, Person reader) {
        this.bench = bench;
        this.meter = meter;
        this.options = options;
        this.scope = scope;
        this.reader = reader;
    }

    /**
     * Arguments: rows (several numbers with commas between), rounds, {@code h2} or {@code postgresql}, and any of
     * {@code alone} (no rivals) and {@code packed} (a compressed file as well).
     */
    public static void main(String[] args) throws Exception {
        Files.createDirectories(FOLDER);
        Path home = Files.createTempDirectory(FOLDER, "duck");
        try (Bench bench = Bench.on(args[2]);
                DuckDb duck = new DuckDb(home.resolve("rival.db"))) {
            Scope scope = bench.account(AgreementType.EA);
            Person reader = bench.with(Role.ENTERPRISE_ADMINISTRATOR, scope);
            Meter meter = new Meter(args[2], bench);
            ExportBench exports = new ExportBench(
                    bench, meter, Stream.of(args).skip(3).collect(Collectors.toSet()), scope, reader);
            for (String size : args[0].split(",")) {
                long rows = Long.parseLong(size);
                Path file = take(bench, rows);
                if (!exports.options.contains("alone")) {
                    duck.read(file);
                }
                for (int round = 0; round < Integer.parseInt(args[1]); round++) {
                    exports.round(rows, duck);
                }
                meter.print(rows);
            }
            meter.printGrowth();
        }
        System.exit(0);
    }

    /** Imports a file, in place of what was there, and answers it. */
    static Path take(Bench bench, long rows) throws Exception {
        Path file = new FocusFile("bench-0001", MONTH, rows, 1).at(FOLDER.resolve("focus-" + rows + ".csv"));
        bench.execute("update usage_import set sha256 = null");
        bench.execute("truncate table usage_daily");
        bench.execute("truncate table usage_sum");
        bench.execute("truncate table usage_row");
        try (InputStream in = Files.newInputStream(file)) {
            bench.application.getBean(UsageImports.class).run(in, ImportRequest.of("bench.csv"), bench.operator);
        }
        if (bench.postgres) {
            bench.execute("vacuum analyze usage_row");
            bench.execute("vacuum analyze usage_daily");
        }
        return file;
    }

    static Person reader(Bench bench, Scope scope) {
        Person reader = bench.with(Role.ENTERPRISE_ADMINISTRATOR, scope);
        bench.application.getBean(ApiTokens.class).store(reader, "Bench", TOKEN, null);
        return reader;
    }

    private void round(long rows, DuckDb duck) throws Exception {
        boolean rivals = !options.contains("alone");
        if (rivals) {
            clear();
            meter.rival(rows, "DuckDB, COPY", OURS, () -> duck.write(OUT_FILE));
            clear();
            meter.rival(rows, bench.postgres ? "COPY ... TO STDOUT" : "CSVWRITE", OURS, this::rival);
        }
        clear();
        meter.time(rows, OURS, () -> write(rows, false));
        if (options.contains("packed")) {
            clear();
            meter.time(rows, "Factuur, packed file", () -> write(rows, true));
        }
        if (rivals) {
            meter.rival(rows, "DuckDB, sums by service and day", SUMS, duck::sums);
            meter.rival(rows, "GROUP BY service and day", SUMS, this::groupBy);
        }
        meter.time(rows, SUMS, () -> {
            analysis(Dimension.SERVICE);
            analysis(Dimension.DAY);
        });
    }

    /** Cutting the file of the round before to nothing takes more than a second when it had four gigabytes. */
    private static void clear() throws IOException {
        Files.deleteIfExists(OUT_FILE);
    }

    private void rival() throws Exception {
        if (!bench.postgres) {
            bench.execute("call csvwrite('" + OUT_FILE + "', 'select " + COLUMNS + " from usage_row', 'charset=UTF-8')");
            return;
        }
        try (Connection connection =
                        bench.application.getBean(DataSource.class).getConnection();
                OutputStream out = Files.newOutputStream(OUT_FILE)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + COLUMNS + " from usage_row) to stdout (format csv, header)", out);
        }
    }

    private void write(long rows, boolean packed) throws Exception {
        UsageRequest request = new UsageRequest(
                scope.id(),
                PeriodChoice.of(MONTH.toString()),
                UsageFormat.FOCUS_1_2,
                Dialect.MACHINE,
                ChargeChoice.ALL);
        long start = System.nanoTime();
        try (FirstByte out = new FirstByte(Files.newOutputStream(OUT_FILE))) {
            UsageFile file = bench.application.getBean(UsageFiles.class).open(request, reader);
            if (packed) {
                file.writeGzipTo(out);
            } else {
                file.writeTo(out);
            }
            meter.note(rows, "  its first byte", out.first() - start);
        }
    }

    private void groupBy() {
        bench.jdbc
                .sql("select service_name, charge_day, sum(cost) from usage_row group by service_name, charge_day")
                .query()
                .listOfRows();
    }

    private void analysis(Dimension by) {
        bench.application.getBean(CostAnalysis.class).by(by, "", scope.id(), CostSpan.month(MONTH), reader);
    }
}
