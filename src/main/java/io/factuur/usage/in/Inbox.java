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
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private static final String WORKING = "inbox/working";
    private static final String WORKING_APPEND = "inbox/working/append";
    private static final Duration OLD = Duration.ofDays(1);

    private final ImportStore store;
    private final DataFolder data;
    private final Clock clock;
    private final Map<Path, String> seen = new HashMap<>();

    Inbox(ImportStore store, DataFolder data, Clock clock) {
        this.store = store;
        this.data = data;
        this.clock = clock;
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
        String name = file.getFileName().toString();
        Path working = free(data.folder(mode == ImportMode.APPEND ? WORKING_APPEND : WORKING), name);
        Files.move(file, working, StandardCopyOption.ATOMIC_MOVE);
        ImportRequest request = new ImportRequest(name, mode, false, false, Locale.getDefault());
        store.start(request, ACTOR, new KeptFile(data.relative(working), Files.size(working)));
    }

    /** Sees to the files that a stopped process left: those taken and not begun, and those done and not put away. */
    void recover() {
        try {
            recover(WORKING, "inbox");
            recover(WORKING_APPEND, "inbox/append");
            recover("uploads", null);
            for (Path scratch : files("tmp")) {
                if (isOld(scratch)) {
                    Files.deleteIfExists(scratch);
                }
            }
        } catch (IOException unreadable) {
            LOG.warn("Files of earlier imports cannot be seen to", unreadable);
        }
    }

    /** @param back where a file goes whose import was not begun; null where that cannot be, and it only takes space */
    private void recover(String folder, @Nullable String back) throws IOException {
        for (Path file : files(folder)) {
            Optional<UsageImport> known = store.ofFile(data.relative(file));
            if (known.isPresent()) {
                if (known.get().state().isOver()) {
                    settle(file, known.get());
                }
            } else if (back != null && isStable(file)) {
                seen.remove(file);
                Files.move(file, free(data.folder(back), file.getFileName().toString()));
            } else if (isOld(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean isOld(Path file) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(clock.instant().minus(OLD));
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> list = Files.list(data.folder(folder))) {
            return list.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Puts a file away once its import is over; an upload has done its service. */
    void settle(Path file, UsageImport done) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        if (!file.startsWith(data.folder(WORKING))) {
            Files.deleteIfExists(file);
            return;
        }
        boolean good = done.state() == ImportState.LIVE || done.state() == ImportState.DUPLICATE;
        Path put = free(data.folder(good ? "inbox/done" : "inbox/failed"), done.fileName());
        Path rejects = data.rejects(done.id());
        if (Files.exists(rejects)) {
            Files.copy(
                    rejects,
                    put.resolveSibling(put.getFileName() + ".rejects.csv"),
                    StandardCopyOption.REPLACE_EXISTING);
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
