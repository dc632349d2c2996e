package io.factuur.usage.in;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folders that imports use under the data folder. */
@Component
public class DataFolder {

    private final Path root;

    DataFolder(@Value("${factuur.data-dir}") Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** A folder under it, made when it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param kept a path that {@link #relative} gave */
    public Path file(String kept) {
        Path file = root.resolve(kept).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("Outside the data folder: " + kept);
        }
        return file;
    }

    public String relative(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString();
    }

    /** For what lives as long as one import. */
    Path scratch() {
        return folder("tmp");
    }

    /** Where the rejected rows of an import are kept. */
    public Path rejects(long importId) {
        return folder("rejects").resolve(importId + ".csv");
    }
}
