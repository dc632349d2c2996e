package io.factuur.usage.in;

import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportReport;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The folder {@code inbox} of the data folder: a file put there is imported once it stops growing and ends up in
 * {@code done} or {@code failed}, with a report beside it. Files in {@code inbox/append} are added to their month
 * instead of replacing it.
 */
@Component
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String ACTOR = "<inbox>";
    private static final Set<String> UNFINISHED = Set.of(".part", ".tmp", ".filepart", ".crdownload");

    private final ImportStore store;
    private final DataFolder data;
    private final Map<Path, String> seen = new HashMap<>();

    Inbox(ImportStore store, DataFolder data) {
        this.store = store;
        this.data = data;
    }

    /** Queues the files that have not changed since the last look. */
    void collect() {
        collect("inbox", ImportMode.REPLACE);
        collect("inbox/append", ImportMode.APPEND);
    }

    private void collect(String folder, ImportMode mode) {
        try (Stream<Path> list = Files.list(data.folder(folder))) {
            List<Path> files = list.filter(Files::isRegularFile)
                    .filter(Inbox::isFinished)
                    .sorted()
                    .toList();
            for (Path file : files) {
                if (isStable(file)) {
                    take(file, mode);
                }
            }
        } catch (IOException unreadable) {
            LOG.warn("The folder {} cannot be read", folder, unreadable);
        }
    }

    private static boolean isFinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    private boolean isStable(Path file) throws IOException {
        String state = Files.size(file) + " " + Files.getLastModifiedTime(file);
        return state.equals(seen.put(file, state));
    }

    private void take(Path file, ImportMode mode) throws IOException {
        seen.remove(file);
        Path working = free(data.folder("inbox/working"), file.getFileName().toString());
        Files.move(file, working, StandardCopyOption.ATOMIC_MOVE);
        ImportRequest request =
                new ImportRequest(file.getFileName().toString(), mode, false, false, Locale.getDefault());
        store.start(request, ACTOR, new KeptFile(data.relative(working), Files.size(working)));
    }

    /** Puts a file away once its import is over; an upload has done its service. */
    void settle(Path file, UsageImport done) throws IOException {
        if (!file.startsWith(data.folder("inbox/working"))) {
            Files.deleteIfExists(file);
            return;
        }
        boolean good = done.state() == ImportState.LIVE || done.state() == ImportState.DUPLICATE;
        Path put = free(data.folder(good ? "inbox/done" : "inbox/failed"), done.fileName());
        Path rejects = data.rejects(done.id());
        if (Files.exists(rejects)) {
            Files.copy(rejects, put.resolveSibling(put.getFileName() + ".rejects.csv"));
        }
        Files.move(file, put);
        Path report = put.resolveSibling(put.getFileName() + ".report.txt");
        Path draft = report.resolveSibling(report.getFileName() + ".tmp");
        Files.writeString(draft, ImportReport.of(done, Locale.ENGLISH));
        Files.move(draft, report, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A name that is not taken. */
    private static Path free(Path folder, String name) {
        Path path = folder.resolve(name);
        for (int i = 2; Files.exists(path); i++) {
            path = folder.resolve(i + "-" + name);
        }
        return path;
    }
}
