package io.factuur.file;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.factuur.access.Guard;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Prepared files, each visible to whoever ordered it and to nobody else. */
@Service
public class PreparedFiles {

    private final FileTable table;
    private final KeptFiles kept;
    private final FileJobs jobs;
    private final FileSettings settings;
    private final Scheduler scheduler;
    private final Guard guard;
    private final AuditLog audit;
    private final Clock clock;

    PreparedFiles(
            FileTable table,
            KeptFiles kept,
            FileJobs jobs,
            FileSettings settings,
            Scheduler scheduler,
            Guard guard,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.kept = kept;
        this.jobs = jobs;
        this.settings = settings;
        this.scheduler = scheduler;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Orders a file. What has been made before is ready at once; what the same person has ordered already and still waits
     * for is not ordered again.
     *
     * @param order as the {@link FileJob} of that kind reads it
     * @throws Problem when the kind is unknown, the job refuses, or too many of the person's files are under way
     */
    @Transactional
    public PreparedFile order(String kind, String order, Person person) {
        FilePlan plan = jobs.of(kind).draft(order, person).plan();
        Optional<Long> underWay = table.underWay(plan.fingerprint(), person);
        if (underWay.isPresent()) {
            return get(underWay.get(), person);
        }
        if (table.countUnderWay(person) >= settings.mostUnderWay()) {
            throw Problem.tooMany("problem.file.too-many", settings.mostUnderWay());
        }
        Optional<StoredFile> stored = kept.find(plan.fingerprint());
        long id = table.insert(
                kind,
                order,
                plan,
                person,
                stored.orElse(null),
                stored.isPresent() ? clock.instant().plus(settings.keep()) : null);
        audit.record(AuditEvent.done(person.username(), "file.order", null, plan.name())
                .with("kind", kind)
                .with("file", id));
        if (stored.isEmpty()) {
            scheduler.schedule(FileConfig.task(id), clock.instant());
            startSoon();
        }
        return get(id, person);
    }

    /**
     * Whether a file can be handed over without preparing it: it is small, or has been made before.
     *
     * @throws Problem when the kind is unknown, or the job refuses
     */
    @Transactional
    public boolean isQuick(String kind, String order, Person person) {
        FilePlan plan = jobs.of(kind).draft(order, person).plan();
        return plan.rows() <= settings.streamUpTo() || kept.find(plan).isPresent();
    }

    /** Orders once more what has expired, failed or was cancelled; it takes the old one's place. */
    @Transactional
    public PreparedFile again(long id, Person person) {
        get(id, person);
        FileTable.Order order = table.order(id).orElseThrow(Problem::notFound);
        PreparedFile ordered = order(order.kind(), order.orderJson(), person);
        if (ordered.id() != id) {
            table.delete(id);
        }
        return ordered;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<PreparedFile> list(long offset, int limit, Person person) {
        return table.list(person, Long.MAX_VALUE, offset, limit);
    }

    /** Those ordered before a certain one, the newest first. */
    @Transactional(readOnly = true)
    public List<PreparedFile> before(long id, int limit, Person person) {
        return table.list(person, id, 0, limit);
    }

    @Transactional(readOnly = true)
    public PreparedFile get(long id, Person person) {
        return table.find(id, person).orElseThrow(() -> guard.refuse("file.read", null, "file " + id, person));
    }

    /** How many of a person's files are ready and have not been fetched. */
    @Transactional(readOnly = true)
    public int waiting(Person person) {
        return table.countWaiting(person);
    }

    /** Whether a person awaits a file that is still being prepared. */
    @Transactional(readOnly = true)
    public boolean isAwaiting(Person person) {
        return table.anyUnderWay(person);
    }

    /**
     * Opens a file that is ready, after asking its job whether the person may still have it.
     *
     * @throws Problem when it is not ready, has expired, or the right to it is gone
     */
    @Transactional
    public FileContent open(long id, Person person) {
        PreparedFile file = get(id, person);
        FileTable.Order order = table.order(id).orElseThrow(Problem::notFound);
        jobs.of(order.kind()).draft(order.orderJson(), person);
        Long stored = order.storedFileId();
        if (file.state() != FileState.READY || stored == null || isOver(file)) {
            throw Problem.conflict("problem.file.not-ready", file.name());
        }
        FileContent content = kept.get(stored)
                .map(found -> kept.content(file.name(), found))
                .orElseThrow(() -> Problem.conflict("problem.file.gone", file.name()));
        table.downloaded(id);
        audit.record(AuditEvent.done(person.username(), "file.download", null, file.name())
                .with("file", id)
                .with("sha256", content.sha256()));
        return content;
    }

    /** Stops a file that is under way; takes any other off the list. */
    @Transactional
    public void cancel(long id, Person person) {
        PreparedFile file = get(id, person);
        boolean stopped = table.cancel(id);
        if (!stopped) {
            table.delete(id);
        }
        audit.record(AuditEvent.done(person.username(), stopped ? "file.cancel" : "file.remove", null, file.name())
                .with("file", id));
    }

    private boolean isOver(PreparedFile file) {
        return file.expiresAt() != null && !clock.instant().isBefore(file.expiresAt());
    }

    private void startSoon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
