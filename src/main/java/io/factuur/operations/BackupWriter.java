package io.factuur.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a backup while the portal works: first the database as it is at one moment, then the files. A file is written
 * before the row that names it and never changes, so each file that the database knows is there; what was begun in
 * between is in the backup as well and does no harm. See docs/decisions/0150.
 */
@Component
class BackupWriter {

    static final String DATABASE = "factuur.mv.db";

    private static final String UNFINISHED = ".part";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'factuur-'yyyyMMdd-HHmmss-SSS'.zip'").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path data;
    private final Path folder;
    private final int keep;
    private final boolean embedded;

    BackupWriter(
            JdbcClient jdbc,
            Clock clock,
            BackupSettings settings,
            @Value("${factuur.data-dir}") Path data,
            @Value("${spring.datasource.url}") String database) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.data = data.toAbsolutePath().normalize();
        this.folder = settings.folder() == null
                ? this.data.resolve("backups")
                : settings.folder().toAbsolutePath().normalize();
        this.keep = settings.keep();
        this.embedded = database.startsWith("jdbc:h2:");
    }

    /** Whether the database is the embedded one, which nobody else can copy while it is in use. */
    boolean possible() {
        return embedded;
    }

    Path write() throws IOException {
        Files.createDirectories(folder);
        Path done = folder.resolve(NAME.format(clock.instant()));
        Path fresh = folder.resolve(done.getFileName() + UNFINISHED);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
            zip.setLevel(Deflater.BEST_SPEED);
            Checksums sums = new Checksums();
            addDatabase(zip, sums);
            for (Path file : files()) {
                addFile(file, zip, sums);
            }
            zip.putNextEntry(new ZipEntry(Checksums.NAME));
            new ByteArrayInputStream(sums.toString().getBytes(StandardCharsets.UTF_8)).transferTo(zip);
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(fresh);
            throw broken;
        }
        Files.move(fresh, done, StandardCopyOption.ATOMIC_MOVE);
        dropOld();
        return done;
    }

    /** The latest first. */
    List<Path> all() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> there = Files.list(folder)) {
            return there.filter(file -> file.getFileName().toString().matches("factuur-\\d{8}-\\d{6}-\\d{3}\\.zip"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private void addDatabase(ZipOutputStream zip, Checksums sums) throws IOException {
        Path snapshot = Files.createTempFile(folder, "database", UNFINISHED);
        try {
            jdbc.sql("backup to '" + snapshot.toString().replace("'", "''") + "'")
                    .update();
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(snapshot))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (entry.getName().endsWith(".mv.db")) {
                        add(DATABASE, in, zip, sums);
                    }
                }
            }
        } finally {
            Files.deleteIfExists(snapshot);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).filter(this::belongs).toList();
        }
    }

    private boolean belongs(Path file) {
        String name = data.relativize(file).toString().replace('\\', '/');
        return !file.startsWith(folder)
                && !name.startsWith("tmp/")
                && !name.endsWith(UNFINISHED)
                && !name.matches("[^/]*\\.db");
    }

    /** What has been swept away since the folder was listed is in no row either. */
    private void addFile(Path file, ZipOutputStream zip, Checksums sums) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            add(data.relativize(file).toString().replace('\\', '/'), in, zip, sums);
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    private static void add(String name, InputStream in, ZipOutputStream zip, Checksums sums) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        sums.copy(name, in, zip);
        zip.closeEntry();
    }

    private void dropOld() throws IOException {
        for (Path old : all().stream().skip(Math.max(1, keep)).toList()) {
            Files.deleteIfExists(old);
        }
    }
}
