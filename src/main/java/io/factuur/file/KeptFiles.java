package io.factuur.file;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files on the disk, found by what is in them. Whoever comes here has asked the guard: a fingerprint says nothing
 * about who may read the file.
 */
@Component
public class KeptFiles {

    /** The journal's word for a file that will never change. */
    public static final String SEALED = "file.keep";

    private static final String UNFINISHED = ".part";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final Path folder;

    KeptFiles(JdbcClient jdbc, AuditLog audit, Clock clock, @Value("${factuur.data-dir}") Path dataDir) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.folder = dataDir.resolve("files").toAbsolutePath();
    }

    /** The file that was made before, if it is still there. */
    public Optional<FileContent> find(FilePlan plan) {
        return find(plan.fingerprint()).map(stored -> content(plan.name(), stored));
    }

    Optional<StoredFile> find(String fingerprint) {
        return jdbc.sql("select * from stored_file where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(StoredFile.class)
                .optional()
                .filter(stored -> Files.exists(folder.resolve(stored.storedName())));
    }

    Optional<StoredFile> get(long id) {
        return jdbc.sql("select * from stored_file where id = :id")
                .param("id", id)
                .query(StoredFile.class)
                .optional()
                .filter(stored -> Files.exists(folder.resolve(stored.storedName())));
    }

    FileContent content(String name, StoredFile stored) {
        return new FileContent(
                name,
                stored.mediaType(),
                folder.resolve(stored.storedName()),
                stored.compressed(),
                stored.size(),
                stored.plainSize(),
                stored.sha256());
    }

    /** Begins a file. Hand it to {@link #keep} when it is whole, to {@link #abandon} when it never will be. */
    public FileOutput begin(FilePlan plan) {
        return begin(plan, steps -> true);
    }

    FileOutput begin(FilePlan plan, LongPredicate progress) {
        try {
            Files.createDirectories(folder);
            return new FileOutput(folder.resolve(UUID.randomUUID() + UNFINISHED), plan.isText(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a file and keeps it under its fingerprint. */
    public void keep(FilePlan plan, FileOutput output) throws IOException {
        store(plan, output);
    }

    StoredFile store(FilePlan plan, FileOutput output) throws IOException {
        FileOutput.Written written = output.finish();
        String name = UUID.randomUUID() + (plan.isText() ? ".gz" : ".bin");
        Files.move(output.path(), folder.resolve(name));
        Optional<StoredFile> before = find(plan.fingerprint());
        if (before.isEmpty()) {
            try {
                return put(name, plan, written);
            } catch (DuplicateKeyException madeAtTheSameTime) {
                before = find(plan.fingerprint());
            }
        }
        Files.delete(folder.resolve(name));
        return before.orElseThrow();
    }

    public void abandon(FileOutput output) {
        try {
            output.close();
        } catch (IOException already) {
            // the disk is full, maybe: then deleting it is all the more wanted
        }
        try {
            Files.deleteIfExists(output.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile put(String name, FilePlan plan, FileOutput.Written written) {
        int again = values("""
                update stored_file set stored_name = :name, size = :size, plain_size = :plain, sha256 = :sha,
                    compressed = :compressed, media_type = :type, for_good = :good, made_at = :now
                where fingerprint = :fingerprint
                """, name, plan, written);
        if (again == 0) {
            values("""
                    insert into stored_file (fingerprint, stored_name, media_type, compressed, size, plain_size, sha256,
                        for_good, made_at)
                    values (:fingerprint, :name, :type, :compressed, :size, :plain, :sha, :good, :now)
                    """, name, plan, written);
        }
        if (plan.forGood()) {
            audit.record(AuditEvent.done("<files>", SEALED, null, sealOf(written.sha256()))
                    .with("name", plan.name()));
        }
        return find(plan.fingerprint()).orElseThrow();
    }

    /** What the journal calls a file by: its digest. */
    public static String sealOf(String sha256) {
        return "sha256 " + sha256;
    }

    private int values(String sql, String name, FilePlan plan, FileOutput.Written written) {
        return jdbc.sql(sql)
                .param("name", name)
                .param("size", written.size())
                .param("plain", written.plainSize())
                .param("sha", written.sha256())
                .param("compressed", plan.isText())
                .param("type", plan.mediaType())
                .param("good", plan.forGood())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("fingerprint", plan.fingerprint())
                .update();
    }

    Path folder() {
        return folder;
    }
}
