package io.factuur.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what has expired: orders first, then files that no order needs, then what a crash has left on the disk. */
@Component
class FileSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(FileSweeper.class);
    /** A file that was just made or found may be about to be needed. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final Duration LOST = Duration.ofDays(2);

    private final FileTable table;
    private final KeptFiles kept;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileSweeper(FileTable table, KeptFiles kept, JdbcClient jdbc, Clock clock) {
        this.table = table;
        this.kept = kept;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void sweep() throws IOException {
        table.expire();
        deleteUnneeded();
        deleteLost();
    }

    private void deleteUnneeded() throws IOException {
        List<Unneeded> unneeded = jdbc.sql("""
                select s.id, s.stored_name from stored_file s where not s.for_good and s.made_at < :before
                and not exists (select 1 from prepared_file f where f.stored_file_id = s.id)
                """)
                .param("before", clock.instant().minus(GRACE).atOffset(ZoneOffset.UTC))
                .query(Unneeded.class)
                .list();
        for (Unneeded file : unneeded) {
            int gone = jdbc.sql("""
                    delete from stored_file s where s.id = :id
                    and not exists (select 1 from prepared_file f where f.stored_file_id = s.id)
                    """).param("id", file.id()).update();
            if (gone == 1) {
                Files.deleteIfExists(kept.folder().resolve(file.storedName()));
            }
        }
    }

    /** Old files that the table does not know: parts of jobs that were killed. */
    private void deleteLost() throws IOException {
        if (!Files.isDirectory(kept.folder())) {
            return;
        }
        Set<String> known = new HashSet<>(jdbc.sql("select stored_name from stored_file")
                .query(String.class)
                .list());
        FileTime before = FileTime.from(clock.instant().minus(LOST));
        try (Stream<Path> files = Files.list(kept.folder())) {
            for (Path file : files.toList()) {
                if (!known.contains(file.getFileName().toString())
                        && Files.getLastModifiedTime(file).compareTo(before) < 0) {
                    Files.deleteIfExists(file);
                    LOG.info("Deleted what was left of a prepared file: {}", file.getFileName());
                }
            }
        }
    }

    private record Unneeded(long id, String storedName) {}
}
