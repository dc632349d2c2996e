package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.usage.in.DataFolder;
import io.factuur.usage.in.ImportOrder;
import io.factuur.usage.in.ImportQueue;
import io.factuur.usage.in.ImportStore;
import io.factuur.usage.in.Importer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Usage files that come in. Only for the operator.
 *
 * <p>A file is recognised by its headers, plain or packed, and goes in whole or not at all unless asked otherwise; what
 * it brings is seen only once all of it is there.
 */
@Service
public class UsageImports {

    private final ImportStore store;
    private final Importer importer;
    private final ImportQueue queue;
    private final DataFolder data;
    private final Guard guard;
    private final AuditLog audit;

    UsageImports(
            ImportStore store, Importer importer, ImportQueue queue, DataFolder data, Guard guard, AuditLog audit) {
        this.store = store;
        this.queue = queue;
        this.importer = importer;
        this.data = data;
        this.guard = guard;
        this.audit = audit;
    }

    /**
     * Reads a file to its end and answers how it went; what is wrong with the file is in the answer.
     *
     * @param body the file, plain or gzip; read as a stream and not closed
     */
    public UsageImport run(InputStream body, ImportRequest request, Person person) {
        guard.requireOperator("usage.import", person);
        long id = store.start(request, person.username(), null);
        return importer.run(new ImportOrder(id, request, person.username()), body);
    }

    /**
     * Keeps a file and reads it in the background, one after the other; goes on after a restart.
     *
     * @param body read to its end and not closed
     * @return the import's ID, to ask how far it is
     */
    public long submit(InputStream body, ImportRequest request, Person person) throws IOException {
        guard.requireOperator("usage.import", person);
        return queue.add(body, request, person.username());
    }

    /** Gives up an import that waits or runs; nothing of it stays. */
    public void cancel(long id, Person person) throws IOException {
        guard.requireOperator("usage.import.cancel", person);
        UsageImport known = store.find(id).orElseThrow(Problem::notFound);
        if (!store.cancel(id)) {
            throw Problem.conflict("problem.import.over", known.fileName());
        }
        audit.record(AuditEvent.done(person.username(), "usage.import.cancel", null, known.fileName())
                .with("import", id));
        queue.forget(id);
    }

    @Transactional(readOnly = true)
    public UsageImport get(long id, Person person) {
        guard.requireOperator("usage.import.see", person);
        return store.find(id).orElseThrow(Problem::notFound);
    }

    /** The newest first, page after page. */
    @Transactional(readOnly = true)
    public List<UsageImport> list(long beforeId, int limit, Person person) {
        guard.requireOperator("usage.import.see", person);
        return store.newest(beforeId, limit);
    }

    @Transactional(readOnly = true)
    public long count(Person person) {
        guard.requireOperator("usage.import.see", person);
        return store.count();
    }

    /** The newest first, from a row on. */
    @Transactional(readOnly = true)
    public List<UsageImport> listFrom(long offset, int limit, Person person) {
        guard.requireOperator("usage.import.see", person);
        return store.newestFrom(offset, limit);
    }

    /** The rejected rows of an import: a CSV with line, column, reason and the row as it came. */
    @Transactional
    public Path rejects(long id, Person person) {
        guard.requireOperator("usage.import.rejects", person);
        Path file = data.rejects(id);
        if (store.find(id).isEmpty() || !Files.exists(file)) {
            throw Problem.notFound();
        }
        audit.record(AuditEvent.done(person.username(), "usage.import.rejects", null, "import " + id));
        return file;
    }
}
