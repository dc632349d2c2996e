package io.factuur.operations;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Operators;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;

/**
 * Backups of the embedded database and the files, made while the portal works. They stay on the server: who runs the
 * portal may order one, but holds no role that would let them read what is in it.
 */
@Service
public class Backups {

    private final BackupWriter writer;
    private final Operators operators;
    private final AuditLog audit;
    private final ReentrantLock one = new ReentrantLock();

    Backups(BackupWriter writer, Operators operators, AuditLog audit) {
        this.writer = writer;
        this.operators = operators;
        this.audit = audit;
    }

    /**
     * Makes one, and returns when it is whole.
     *
     * @throws Problem conflict, when one is being made or the database is not the embedded one
     */
    public Backup make(Person person) {
        operators.require("backup.make", person);
        if (!writer.possible()) {
            throw Problem.conflict("problem.backup.database");
        }
        if (!one.tryLock()) {
            throw Problem.conflict("problem.backup.running");
        }
        try {
            Backup made = describe(writer.write());
            audit.record(AuditEvent.done(person.username(), "backup.make", null, made.name())
                    .with("size", made.size()));
            return made;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            one.unlock();
        }
    }

    /** Those that are kept, the latest first. */
    public List<Backup> list(Person person) {
        operators.require("backup.list", person);
        try {
            return writer.all().stream().map(Backups::describe).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Backup describe(Path file) {
        try {
            return new Backup(
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
