package io.factuur.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Puts a backup into a data folder that is not there yet or empty; as a whole or not at all. */
final class Restore {

    private Restore() {}

    /**
     * @return how many files there are now
     * @throws IOException with a sentence for people, when the folder is in use or the backup is not whole
     */
    static int into(Path folder, Path backup) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target) && !isEmpty(target)) {
            throw new IOException("The data folder " + target + " is not empty: name another one with"
                    + " --factuur.data-dir, or put the old one aside.");
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path fresh = Files.createTempDirectory(target.getParent(), target.getFileName() + ".restored");
        try {
            int files = unpack(fresh, backup);
            Files.deleteIfExists(target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return files;
        } finally {
            remove(fresh);
        }
    }

    private static int unpack(Path folder, Path backup) throws IOException {
        Checksums found = new Checksums();
        Checksums written = new Checksums();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Checksums.NAME)) {
                    written = Checksums.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                } else {
                    unpack(entry.getName(), zip, folder, found);
                }
            }
        }
        if (written.all().isEmpty() || !written.all().equals(found.all())) {
            throw new IOException("The backup " + backup + " is not whole: what is in it does not match its "
                    + Checksums.NAME + ". Take another one.");
        }
        return found.all().size();
    }

    /** Only the owner may read: the key of hashed addresses is among them. */
    private static void unpack(String name, ZipInputStream zip, Path folder, Checksums sums) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The backup holds a file that would land outside the data folder: " + name);
        }
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            sums.copy(name, zip, out);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path one : deepestFirst) {
                    Files.delete(one);
                }
            }
        }
    }
}
