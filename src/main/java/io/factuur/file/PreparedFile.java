package io.factuur.file;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody ordered.
 *
 * @param size of the plain file in bytes, once it is ready
 * @param sha256 of the plain file, once it is ready
 * @param figures sums to hold against the file, by name
 * @param problem a sentence on what went wrong, in the language of whoever reads it when it is a known one
 * @param downloaded whether its owner has fetched it
 */
public record PreparedFile(
        long id,
        String kind,
        String name,
        String title,
        FileState state,
        long rowsTotal,
        long rowsDone,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt,
        @Nullable Long size,
        @Nullable String sha256,
        Map<String, String> figures,
        @Nullable String problem,
        boolean downloaded) {

    /** From 0 to 100; whole percents, 100 only when it is ready. */
    public int percent() {
        if (state == FileState.READY) {
            return 100;
        }
        return rowsTotal == 0 ? 0 : (int) Math.min(99, rowsDone * 100 / rowsTotal);
    }

    /** How much longer it will take, by the speed it has had so far. */
    public Optional<Duration> timeLeft(Instant now) {
        if (state != FileState.RUNNING || startedAt == null || rowsDone == 0) {
            return Optional.empty();
        }
        long spent = Duration.between(startedAt, now).toMillis();
        return Optional.of(Duration.ofMillis(spent * Math.max(0, rowsTotal - rowsDone) / rowsDone));
    }
}
