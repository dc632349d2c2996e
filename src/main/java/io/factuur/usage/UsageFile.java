package io.factuur.usage;

import io.factuur.file.FileContent;
import io.factuur.file.FileDraft;
import io.factuur.file.FilePlan;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A usage file that has been opened for somebody: its rows are chosen, not yet read. */
public interface UsageFile extends FileDraft {

    /**
     * What it will be: our own name for it, safe in any header and file system
     * ({@code Detail_BillingProfile_8611537_202409_en.csv}), how many usage rows it has (header and rounding rows are not
     * counted), what its costs add up to, and whether anything in it can still change.
     */
    @Override
    FilePlan plan();

    /** The same file, if it can never change and has been made before. */
    Optional<FileContent> made();

    /**
     * Writes the file, window by window; memory stays flat, no connection is held while the stream blocks.
     *
     * @throws IOException when the file could not be written to its end; what has been written is then no file
     */
    void writeTo(OutputStream out) throws IOException;

    /** The same bytes as gzip. */
    void writeGzipTo(OutputStream out) throws IOException;

    default String name() {
        return plan().name();
    }

    default long rows() {
        return plan().rows();
    }
}
