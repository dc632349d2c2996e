package io.factuur.file.api;

import io.factuur.file.FileState;
import io.factuur.file.PreparedFile;
import io.factuur.shared.Problem;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a receiver can hold against a file to know that nothing was cut off. */
record Manifest(
        String name,
        long rows,
        Map<String, String> sums,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable Instant madeAt) {

    static Manifest of(PreparedFile file) {
        if (file.state() != FileState.READY) {
            throw Problem.conflict("problem.file.not-ready", file.name());
        }
        return new Manifest(
                file.name(), file.rowsTotal(), file.figures(), file.size(), file.sha256(), file.finishedAt());
    }
}
