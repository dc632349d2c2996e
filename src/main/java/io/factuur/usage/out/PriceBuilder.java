package io.factuur.usage.out;

import io.factuur.file.FilePlan;
import io.factuur.file.Fingerprint;
import io.factuur.file.KeptFiles;
import io.factuur.scope.Scope;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.PriceRequest;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageRequest;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Puts a price sheet together. */
@Component
public class PriceBuilder {

    private final DataSource database;
    private final Selections selections;
    private final ReadingThreads threads;
    private final KeptFiles kept;

    PriceBuilder(DataSource database, Selections selections, ReadingThreads threads, KeptFiles kept) {
        this.database = database;
        this.selections = selections;
        this.threads = threads;
        this.kept = kept;
    }

    /** The price sheet of a scope. The caller has asked the guard. */
    public UsageFile build(Scope scope, PriceRequest request) {
        Selection selection = selections.choose(
                scope,
                new UsageRequest(scope.id(), request.period(), UsageFormat.NATIVE, request.dialect(), ChargeChoice.ALL),
                true);
        PriceLayout layout = PriceLayout.of(scope.agreement().terms().usageLayout());
        Fingerprint fingerprint = new Fingerprint("prices 1")
                .add(scope.id())
                .add(request.dialect().code());
        selection.addTo(fingerprint);
        FilePlan plan = new FilePlan(
                FileNames.prices(scope, request),
                FileNames.pricesTitle(scope, request),
                "text/csv;charset=UTF-8",
                selection.rows(),
                fingerprint.hex(),
                selection.closed(),
                Map.of());
        return new GatheredFile(
                plan, request.dialect(), new Prices(layout, selection, request.dialect(), database, threads), kept);
    }
}
