package io.factuur.usage.in;

import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.Sentence;
import io.factuur.usage.UsageImport;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Imports of files in the data folder, one after the other in the background. What a stopped process left unfinished is
 * begun again from its file.
 */
@Component
public class ImportQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

    /** An import that was not heard of for so long is run by nobody any more. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private final ImportStore store;
    private final DeliveryGarbage garbage;
    private final Importer importer;
    private final DataFolder data;
    private final Inbox inbox;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("usage-import").daemon().factory());
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile long current;
    private volatile boolean stopping;

    ImportQueue(
            ImportStore store, DeliveryGarbage garbage, Importer importer, DataFolder data, Inbox inbox, Clock clock) {
        this.store = store;
        this.garbage = garbage;
        this.importer = importer;
        this.data = data;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Keeps a file to be imported and answers the import's ID. */
    public long add(InputStream body, ImportRequest request, String actor) throws IOException {
        Path file = data.folder("uploads").resolve(UUID.randomUUID() + ".usage");
        try {
            Files.copy(body, file);
        } catch (IOException brokenOff) {
            Files.deleteIfExists(file);
            throw brokenOff;
        }
        long id = store.start(request, actor, new KeptFile(data.relative(file), Files.size(file)));
        look();
        return id;
    }

    /** Picks up what waits: uploads, dropped files, and what another process has left. */
    @Scheduled(fixedDelayString = "${factuur.usage.inbox-every:3s}", initialDelayString = "2s")
    void look() {
        if (stopping || !working.compareAndSet(false, true)) {
            return;
        }
        worker.execute(() -> {
            try {
                adoptOrphans();
                inbox.recover();
                inbox.collect();
                work();
            } catch (RuntimeException unexpected) {
                LOG.error("Imports in the background", unexpected);
            } finally {
                working.set(false);
            }
        });
    }

    /** Begins again what nobody runs any more; a stream cannot be read twice. */
    void adoptOrphans() {
        for (long id : store.orphans(clock.instant().minus(SILENCE))) {
            garbage.discard(id);
            if (store.keptAt(id).isPresent()) {
                store.move(id, ImportState.RUNNING, ImportState.QUEUED);
            } else {
                store.finish(id, ImportState.FAILED, ImportTally.only(Sentence.of("problem.import.interrupted")));
            }
        }
    }

    private void work() {
        Optional<Long> next = store.queued();
        while (next.isPresent() && !stopping) {
            try (var _ = MDC.putCloseable("job", "import " + next.get())) {
                run(next.get());
            }
            next = store.queued();
        }
    }

    private void run(long id) {
        if (!store.move(id, ImportState.QUEUED, ImportState.RUNNING)) {
            return;
        }
        current = id;
        Path file = data.file(store.keptAt(id).orElseThrow());
        try (InputStream body = Files.newInputStream(file)) {
            UsageImport done = importer.run(store.order(id), body);
            if (done.state().isOver()) {
                inbox.settle(file, done);
            }
        } catch (NoSuchFileException gone) {
            store.finish(id, ImportState.FAILED, ImportTally.only(Sentence.of("problem.import.gone")));
        } catch (IOException broken) {
            LOG.warn("Import {}: its file could not be put away", id, broken);
        } finally {
            current = 0;
        }
    }

    /** Puts the file of an import away that was cancelled before its turn. */
    public void forget(long id) throws IOException {
        Optional<String> kept = store.keptAt(id);
        if (kept.isPresent() && current != id) {
            inbox.settle(data.file(kept.get()), store.get(id));
        }
    }

    /** What runs is put back, to be begun again after the restart. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        if (current != 0) {
            store.move(current, ImportState.RUNNING, ImportState.QUEUED);
        }
        worker.shutdown();
        worker.awaitTermination(20, TimeUnit.SECONDS);
    }
}
