package io.factuur.usage.in;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Placement;
import io.factuur.shared.Problem;
import io.factuur.usage.ImportFigures;
import io.factuur.usage.ImportState;
import io.factuur.usage.Sentence;
import io.factuur.usage.UsageImport;
import io.factuur.usage.out.KnownFacts;
import io.factuur.usage.out.UnknownColumns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries an import out, from the first byte to the moment its rows are live. The caller has asked the guard. */
@Component
public class Importer {

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final int TRIES = 5;

    private final ImportStore store;
    private final DeliveryStore deliveryStore;
    private final DeliveryGarbage garbage;
    private final StoredRows storedRows;
    private final RowIds rowIds;
    private final RowWriters writers;
    private final ImportSwitch liveSwitch;
    private final Placement placement;
    private final UnknownColumns unknownColumns;
    private final KnownFacts knownFacts;
    private final DataFolder data;
    private final ImportLimits limits;
    private final AuditLog audit;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    Importer(
            ImportStore store,
            DeliveryStore deliveryStore,
            DeliveryGarbage garbage,
            StoredRows storedRows,
            RowIds rowIds,
            RowWriters writers,
            ImportSwitch liveSwitch,
            Placement placement,
            UnknownColumns unknownColumns,
            KnownFacts knownFacts,
            DataFolder data,
            ImportLimits limits,
            AuditLog audit) {
        this.store = store;
        this.deliveryStore = deliveryStore;
        this.garbage = garbage;
        this.storedRows = storedRows;
        this.rowIds = rowIds;
        this.writers = writers;
        this.liveSwitch = liveSwitch;
        this.placement = placement;
        this.unknownColumns = unknownColumns;
        this.knownFacts = knownFacts;
        this.data = data;
        this.limits = limits;
        this.audit = audit;
    }

    /** Runs an import that has been started and answers how it ended; what is wrong with the file is in its sentence. */
    public UsageImport run(ImportOrder order, InputStream body) {
        running.add(order.importId());
        try {
            read(order, body);
        } catch (ImportCancelled cancelled) {
            LOG.info("Import {} was cancelled", order.importId());
        } catch (Problem problem) {
            fail(order, Sentence.of(problem));
        } catch (IOException | UncheckedIOException broken) {
            LOG.info("Import {} broke off", order.importId(), broken);
            fail(order, Sentence.of("problem.import.broken"));
        } catch (RuntimeException unexpected) {
            LOG.error("Import {} failed", order.importId(), unexpected);
            fail(order, Sentence.of("problem.unexpected"));
        } finally {
            running.remove(order.importId());
            garbage.discard(order.importId());
        }
        return store.get(order.importId());
    }

    /** Lets other processes know that the imports of this one are not forgotten, however long a step takes. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void stayAlive() {
        store.seen(Set.copyOf(running));
    }

    private void fail(ImportOrder order, Sentence sentence) {
        if (store.finish(order.importId(), ImportState.FAILED, ImportTally.only(sentence))) {
            writeDown(order, sentence);
        }
    }

    private void writeDown(ImportOrder order, Sentence why) {
        audit.recordAlways(new AuditEvent(
                order.actor(),
                "usage.import",
                AuditEvent.Outcome.FAILED,
                null,
                order.request().fileName(),
                Map.of("import", String.valueOf(order.importId()), "why", why.key())));
    }

    private void read(ImportOrder order, InputStream body) throws IOException {
        boolean dryRun = order.request().dryRun();
        Places places = new Places(placement, dryRun);
        Deliveries deliveries = new Deliveries(deliveryStore, order.importId(), dryRun);
        try (FileReading file =
                        new FileReading(UsageRecords.of(body, limits), limits, order, places, deliveries, data);
                RowPipe pipe = new RowPipe(writers);
                Settling settling = new Settling(order, deliveries, pipe, rowIds, deliveryStore, storedRows, data)) {
            store.recognised(order.importId(), file.reader().format());
            unknownColumns.remember(order.importId(), file.reader().unknownColumns());
            file.readAll(() -> pulse(order, file), settling::take);
            pulse(order, file);
            String sha256 = file.sha256();
            if (isRefused(order, file, sha256)) {
                return;
            }
            Optional<Long> earlier = earlier(order, sha256, places);
            if (earlier.isPresent()) {
                end(order, ImportState.DUPLICATE, tally(file, settling, places, sha256, earlier.get()));
                return;
            }
            settling.settle();
            if (dryRun) {
                end(order, ImportState.CHECKED, tally(file, settling, places, sha256, null));
                return;
            }
            knownFacts.remember(order.importId(), settling.facts());
            goLive(order, file, settling, places, sha256);
        }
    }

    private void goLive(ImportOrder order, FileReading file, Settling settling, Places places, @Nullable String sha256)
            throws IOException {
        for (int i = 0; i < TRIES; i++) {
            ImportTally tally = tally(file, settling, places, sha256, null);
            List<StagedDelivery> stale = liveSwitch.goLive(order, tally, settling.deliveries(), places);
            if (stale.isEmpty()) {
                return;
            }
            settling.again(stale);
        }
        throw Problem.conflict("problem.import.moving");
    }

    private boolean isRefused(ImportOrder order, FileReading file, @Nullable String sha256) {
        if (file.rejected() == 0 || order.request().keepGoodRows() && file.accepted() > 0) {
            return false;
        }
        Sentence why = file.whyRefused();
        ImportTally tally = new ImportTally(
                sha256, file.read(), 0, file.rejected(), file.bytes(), null, null, ImportFigures.NONE, why, null);
        end(order, ImportState.REJECTED, tally);
        writeDown(order, why);
        return true;
    }

    /** The import that brought the same bytes to the same scopes and is still what people see. */
    private Optional<Long> earlier(ImportOrder order, @Nullable String sha256, Places places) {
        if (sha256 == null || order.request().dryRun() || places.billedScopes().isEmpty()) {
            return Optional.empty();
        }
        return store.withSha256(sha256, order.importId()).stream()
                .filter(deliveryStore::isStillLive)
                .filter(id -> store.get(id).figures().billedScopes().equals(places.billedScopes()))
                .findFirst();
    }

    private void end(ImportOrder order, ImportState state, ImportTally tally) {
        if (!store.finish(order.importId(), state, tally)) {
            throw new ImportCancelled();
        }
    }

    private void pulse(ImportOrder order, FileReading file) {
        if (!store.pulse(order.importId(), file.read(), file.bytes())) {
            throw new ImportCancelled();
        }
    }

    private static ImportTally tally(
            FileReading file, Settling settling, Places places, @Nullable String sha256, @Nullable Long duplicateOf) {
        Sentence note = file.read() == 0 ? Sentence.of("usage.import.no-rows") : null;
        return new ImportTally(
                sha256,
                file.read(),
                duplicateOf == null ? file.accepted() : 0,
                file.rejected(),
                file.bytes(),
                settling.firstRowId(),
                settling.lastRowId(),
                settling.figures(file, places),
                note,
                duplicateOf);
    }
}
