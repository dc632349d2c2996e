package io.factuur.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file that came in, or is coming.
 *
 * @param format what it was recognised as, {@code FOCUS 1.2}
 * @param bytesRead of the file as it is, packed or not
 * @param bytesTotal null when it comes as a stream
 * @param duplicateOf the import that brought the same file before
 * @param sentence what went wrong, or what to know
 */
public record UsageImport(
        long id,
        String fileName,
        @Nullable String format,
        ImportState state,
        ImportMode mode,
        boolean keepGoodRows,
        boolean dryRun,
        String importedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        long bytesRead,
        @Nullable Long bytesTotal,
        @Nullable Long duplicateOf,
        ImportFigures figures,
        @Nullable Sentence sentence) {}
