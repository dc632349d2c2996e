package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.usage.FocusColumn;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import java.io.InputStream;
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
 * How fast a FOCUS file goes in, against what each database does by itself with the same file into a table of the same
 * columns and the same key, and against DuckDB. The whole application runs, so that the heap is the real one.
 */
public final class ImportBench {

    private static final Path FOLDER = Path.of("target/bench").toAbsolutePath();
    private static final String COLUMNS =
            FocusColumn.ALL.stream().map(FocusColumn::stored).collect(Collectors.joining(", "));
    private static final String TITLES =
            FocusColumn.ALL.stream().map(FocusColumn::title).collect(Collectors.joining(", "));
    private static final String OURS = "Factuur";

    private final Bench bench;
    private final Meter meter;
    private final Set<String> options;
    private final DuckDb duck;

    private ImportBench(Bench bench, Meter meter, Set<String> options, DuckDb duck) {
        this.bench = bench;
        this.meter = meter;
        this.options = options;
        this.duck = duck;
    }

    /**
     * Arguments: rows (several numbers with commas between), rounds, {@code h2} or {@code postgresql}, and any of
     * {@code alone} (no rivals) and {@code reading} (a dry run as well).
     */
    public static void main(String[] args) throws Exception {
        Files.createDirectories(FOLDER);
        Set<String> options = Stream.of(args).skip(3).collect(Collectors.toSet());
        Path home = Files.createTempDirectory(FOLDER, "duck");
        try (Bench bench = Bench.on(args[2]);
                DuckDb duck = new DuckDb(home.resolve("rival.db"))) {
            Meter meter = new Meter(args[2], bench);
            bench.account(AgreementType.EA);
            ImportBench imports = new ImportBench(bench, meter, options, duck);
            imports.prepare();
            for (String size : args[0].split(",")) {
                long rows = Long.parseLong(size);
                Path file = new FocusFile("bench-0001", YearMonth.of(2026, 1), rows, 1)
                        .at(FOLDER.resolve("focus-" + rows + ".csv"));
                for (int round = 0; round < Integer.parseInt(args[1]); round++) {
                    imports.round(rows, file);
                }
                meter.print(rows);
            }
            meter.printGrowth();
        }
        System.exit(0);
    }

    private void round(long rows, Path file) throws Exception {
        if (!options.contains("alone")) {
            rivals(rows, file);
        }
        if (options.contains("reading")) {
            meter.time(rows, "Factuur, reading only (dry run)", () -> factuur(rows, file, true));
        }
        bench.execute("update usage_import set sha256 = null");
        bench.execute("truncate table usage_daily");
        bench.execute("truncate table usage_sum");
        bench.execute("truncate table usage_row");
        meter.time(rows, OURS, () -> factuur(rows, file, false));
    }

    private void rivals(long rows, Path file) throws Exception {
        meter.rival(rows, "DuckDB, read_csv into a table", OURS, () -> duck.read(file));
        bench.execute("truncate table rival_row");
        if (bench.postgres) {
            meter.rival(rows, "COPY of the file, by the server", OURS, () -> copyFile(file));
            bench.execute("truncate table rival_row");
            meter.rival(rows, "COPY of the file, sent by a client", OURS, () -> copyStream(file));
        } else {
            meter.rival(rows, "INSERT ... SELECT FROM CSVREAD", OURS, () -> csvRead(file));
        }
        bench.execute("truncate table rival_row");
    }

    private void prepare() {
        if (bench.postgres) {
            bench.execute("create table rival_row (like usage_row including all)");
            bench.execute("create sequence rival_id cache 1000");
            bench.execute("alter table rival_row alter column id set default nextval('rival_id')");
            bench.execute("alter table rival_row alter column delivery_id set default 0");
            bench.execute("alter table rival_row alter column scope_id set default 0");
            bench.execute("alter table rival_row alter column charge_day set default date '2026-01-01'");
            bench.execute("alter table rival_row alter column cost set default 0");
        } else {
            bench.execute("create table rival_row as select * from usage_row where 1 = 0");
            bench.execute("alter table rival_row alter column id set not null");
            bench.execute("alter table rival_row add primary key (id)");
        }
    }

    private void csvRead(Path file) {
        bench.execute("insert into rival_row (id, delivery_id, scope_id, charge_day, cost, " + COLUMNS
                + ") select rownum(), 0, 0, date '2026-01-01', cast(BilledCost as decimal(38, 18)), " + TITLES
                + " from csvread('" + file + "')");
    }

    private void copyFile(Path file) {
        bench.execute("copy rival_row (" + COLUMNS + ") from '" + file + "' (format csv, header)");
    }

    private void copyStream(Path file) throws Exception {
        try (Connection connection = bench.application.getBean(DataSource.class).getConnection();
                InputStream in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy rival_row (" + COLUMNS + ") from stdin (format csv, header)", in, 1 << 16);
        }
    }

    private void factuur(long rows, Path file, boolean dryRun) throws Exception {
        ImportRequest request = ImportRequest.of("bench.csv");
        UsageImports imports = bench.application.getBean(UsageImports.class);
        try (InputStream in = Files.newInputStream(file)) {
            UsageImport done = imports.run(in, dryRun ? request.asDryRun() : request, bench.operator);
            ImportState wanted = dryRun ? ImportState.CHECKED : ImportState.LIVE;
            if (done.state() != wanted || done.rowsAccepted() != rows) {
                throw new IllegalStateException("Not imported: " + done);
            }
        }
    }
}
