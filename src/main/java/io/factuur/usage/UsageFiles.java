package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.access.Unguarded;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.file.FileContent;
import io.factuur.file.FileOutput;
import io.factuur.file.KeptFiles;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.usage.out.FileBuilder;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The usage files that people and programs take out of the house. */
@Service
public class UsageFiles {

    private final Guard guard;
    private final Scopes scopes;
    private final FileBuilder files;
    private final KeptFiles kept;
    private final AuditLog audit;

    UsageFiles(Guard guard, Scopes scopes, FileBuilder files, KeptFiles kept, AuditLog audit) {
        this.guard = guard;
        this.scopes = scopes;
        this.files = files;
        this.kept = kept;
        this.audit = audit;
    }

    /**
     * Opens the usage file of a scope: its rows at and below the scope, as they are live now. Nothing is read until the
     * file is written somewhere, which needs no transaction.
     */
    @Transactional
    public UsageFile open(UsageRequest request, Person person) {
        UsageFile file = look(request, person);
        audit.record(AuditEvent.done(person.username(), "usage.download", request.scopeId(), file.name())
                .with("period", request.period().code())
                .with("format", request.format().code())
                .with("dialect", request.dialect().code())
                .with("charges", request.charges().code())
                .with("metric", request.metric().code())
                .with(
                        "only",
                        request.only() == null
                                ? ""
                                : request.only().by().code() + " "
                                        + request.only().tag() + " "
                                        + request.only().value())
                .with("rows", file.rows()));
        return file;
    }

    /** The file's first rows, to be looked at before it is downloaded. */
    @Transactional
    public UsagePreview preview(UsageRequest request, int rows, Person person) {
        guard.require(Operation.DOWNLOAD_USAGE, request.scopeId(), person);
        return files.preview(scopes.get(request.scopeId(), person).scope(), request, rows);
    }

    /** The same for whoever only wants to know what it would be, or prepares it for later. */
    @Transactional
    public UsageFile look(UsageRequest request, Person person) {
        guard.require(Operation.DOWNLOAD_USAGE, request.scopeId(), person);
        return files.build(scopes.get(request.scopeId(), person).scope(), request);
    }

    /**
     * The file on the disk, made if it is not there yet.
     *
     * @throws IOException when it could not be made
     */
    @Unguarded(because = "the outbox asks for it, after it has asked the guard about each recipient")
    public FileContent stored(UsageRequest request) throws IOException {
        Scope scope =
                scopes.get(request.scopeId(), Person.house("usage by mail")).scope();
        UsageFile file = files.build(scope, request);
        Optional<FileContent> before = kept.find(file.plan());
        return before.isPresent() ? before.get() : make(file);
    }

    private FileContent make(UsageFile file) throws IOException {
        FileOutput out = kept.begin(file.plan());
        try {
            file.write(out);
            kept.keep(file.plan(), out);
        } catch (IOException | RuntimeException failed) {
            kept.abandon(out);
            throw failed;
        }
        return kept.find(file.plan()).orElseThrow(() -> new IOException("The file is gone already."));
    }
}
