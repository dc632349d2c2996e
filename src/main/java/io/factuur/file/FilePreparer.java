package io.factuur.file;

import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs the job of one order, from the start, whether for the first time or again after a restart. */
@Component
class FilePreparer {

    private static final Logger LOG = LoggerFactory.getLogger(FilePreparer.class);
    private static final long PULSE_NANOS = 500_000_000L;

    private final FileTable table;
    private final KeptFiles kept;
    private final FileJobs jobs;
    private final People people;
    private final FileSettings settings;
    private final ApplicationEventPublisher events;

    FilePreparer(
            FileTable table,
            KeptFiles kept,
            FileJobs jobs,
            People people,
            FileSettings settings,
            ApplicationEventPublisher events) {
        this.table = table;
        this.kept = kept;
        this.jobs = jobs;
        this.people = people;
        this.settings = settings;
        this.events = events;
    }

    void prepare(long id) {
        Optional<FileTable.Order> order = table.order(id);
        if (order.isEmpty() || !table.start(id)) {
            return;
        }
        try (var _ = MDC.putCloseable("person", String.valueOf(order.get().personId()))) {
            make(id, order.get());
        }
    }

    private void make(long id, FileTable.Order order) {
        try {
            Person person = owner(order);
            FileDraft draft = jobs.of(order.kind()).draft(order.orderJson(), person);
            StoredFile stored = stored(id, draft);
            if (table.ready(id, draft.plan(), stored, settings.keep())) {
                tell(id, person, true);
            }
        } catch (FileCancelled cancelled) {
            LOG.debug("Prepared file {} was cancelled", id);
        } catch (IOException | RuntimeException failed) {
            fail(id, order, failed);
        }
    }

    private StoredFile stored(long id, FileDraft draft) throws IOException {
        FilePlan plan = draft.plan();
        Optional<StoredFile> before = kept.find(plan.fingerprint());
        if (before.isPresent()) {
            return before.get();
        }
        FileOutput output = kept.begin(plan, pulse(id));
        boolean whole = false;
        try {
            draft.write(output);
            StoredFile stored = kept.store(plan, output);
            whole = true;
            return stored;
        } finally {
            if (!whole) {
                kept.abandon(output);
            }
        }
    }

    private Person owner(FileTable.Order order) {
        Person person = people.findByUsername(order.username())
                .filter(found -> !order.disabled())
                .orElseThrow(Problem::notFound);
        return order.viaToken() ? person.withToken() : person;
    }

    /** Writes the progress down twice a second at most. */
    private LongPredicate pulse(long id) {
        long[] last = {System.nanoTime()};
        return steps -> {
            long now = System.nanoTime();
            if (now - last[0] < PULSE_NANOS) {
                return true;
            }
            last[0] = now;
            return table.progress(id, steps);
        };
    }

    private void fail(long id, FileTable.Order order, Exception failed) {
        if (Thread.currentThread().isInterrupted()) {
            boolean was = Thread.interrupted();
            table.waitAgain(id);
            throw new IllegalStateException("Shutting down, interrupted: " + was, failed);
        }
        String problem = "file.problem.failed";
        if (failed instanceof Problem known) {
            problem = known.kind() == Problem.Kind.NOT_FOUND ? "file.problem.right-gone" : known.key();
        } else {
            LOG.error("Prepared file {} failed", id, failed);
        }
        table.failed(id, problem);
        people.findByUsername(order.username()).ifPresent(person -> tell(id, person, false));
    }

    private void tell(long id, Person person, boolean successful) {
        events.publishEvent(new FileReady(id, person.id(), person.username(), successful));
    }
}
