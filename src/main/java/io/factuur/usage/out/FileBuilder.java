package io.factuur.usage.out;

import io.factuur.file.FilePlan;
import io.factuur.file.Fingerprint;
import io.factuur.file.KeptFiles;
import io.factuur.scope.Scope;
import io.factuur.shared.Problem;
import io.factuur.usage.Dialect;
import io.factuur.usage.Metric;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsagePreview;
import io.factuur.usage.UsageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Puts a usage file together: what is chosen, its columns, and the reader that suits the database. */
@Component
public class FileBuilder {

    private final DataSource database;
    private final Selections selections;
    private final RoundingRows rounding;
    private final KnownFacts knownFacts;
    private final ReadingThreads threads;
    private final KeptFiles kept;
    private final boolean postgresql;

    FileBuilder(
            DataSource database,
            Selections selections,
            RoundingRows rounding,
            KnownFacts knownFacts,
            ReadingThreads threads,
            KeptFiles kept)
            throws SQLException {
        this.database = database;
        this.selections = selections;
        this.rounding = rounding;
        this.knownFacts = knownFacts;
        this.threads = threads;
        this.kept = kept;
        try (Connection connection = database.getConnection()) {
            this.postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    /** The file of a scope. The caller has asked the guard. */
    public UsageFile build(Scope scope, UsageRequest request) {
        Layout layout = Layouts.of(request.format(), scope);
        if (layout.startsWithStatement() && request.metric() == Metric.AMORTIZED) {
            throw Problem.invalid("problem.usage.not-amortized");
        }
        Selection selection = selections.choose(scope, request, layout.needsPlaces());
        List<Column> columns = layout.columns(selection);
        Parts parts = new Parts(
                request.dialect(),
                before(layout, columns, request.dialect(), selection),
                reader(columns, request.dialect(), selection),
                layout.startsWithStatement() ? List.of() : List.of(rounding.of(columns, selection, request.dialect())));
        return new StreamedFile(plan(scope, request, selection), selection, parts, threads, kept);
    }

    /** The first rows of the file. The caller has asked the guard. */
    public UsagePreview preview(Scope scope, UsageRequest request, int rows) {
        Layout layout = Layouts.of(request.format(), scope);
        Selection selection = selections.choose(scope, request, layout.needsPlaces());
        List<Column> columns = layout.columns(selection);
        return new UsagePreview(
                FileNames.of(scope, request),
                columns.stream().map(Column::name).toList(),
                new FirstRows(database, columns, selection, request.dialect()).read(rows),
                selection.rows());
    }

    private static FilePlan plan(Scope scope, UsageRequest request, Selection selection) {
        Fingerprint fingerprint = new Fingerprint("usage 3")
                .add(scope.id())
                .add(request.format().code())
                .add(request.dialect().code());
        selection.addTo(fingerprint);
        return new FilePlan(
                FileNames.of(scope, request),
                FileNames.title(scope, request),
                "text/csv;charset=UTF-8",
                selection.rows(),
                fingerprint.hex(),
                selection.closed(),
                selection.sums());
    }

    private List<Block> before(Layout layout, List<Column> columns, Dialect dialect, Selection selection) {
        List<Block> blocks = new ArrayList<>();
        if (dialect.forExcel()) {
            blocks.add(new ByteOrderMark());
        }
        if (layout.startsWithStatement()) {
            blocks.add(Statement.TITLE);
            blocks.add(new Statement(selection, dialect, database, threads));
        }
        blocks.add(new HeaderLine(columns, dialect));
        return blocks;
    }

    private LineReader reader(List<Column> all, Dialect dialect, Selection selection) {
        List<Column> columns = new Shortened(
                        knownFacts.of(selection.imports()),
                        !selection.invoices().isEmpty())
                .columns(all);
        Optional<LineReader> copy = postgresql && !dialect.forExcel() && selection.filter() == null
                ? CopyReader.of(database, columns, selection)
                : Optional.empty();
        return copy.orElseGet(() -> new SelectReader(
                new RowQuery(
                        database,
                        selection,
                        columns.stream().map(Column::source).toList()),
                columns,
                dialect));
    }
}
