package io.factuur.usage.in;

import io.factuur.usage.ImportFigures;
import io.factuur.usage.Sentence;
import org.jspecify.annotations.Nullable;

/** How an import ended, to be written down. */
public record ImportTally(
        @Nullable String sha256,
        long read,
        long accepted,
        long rejected,
        long bytes,
        @Nullable Long firstRowId,
        @Nullable Long lastRowId,
        ImportFigures figures,
        @Nullable Sentence sentence,
        @Nullable Long duplicateOf) {

    /** Nothing was read. */
    public static ImportTally only(Sentence sentence) {
        return new ImportTally(null, 0, 0, 0, 0, null, null, ImportFigures.NONE, sentence, null);
    }
}
