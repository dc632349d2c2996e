package io.factuur.usage;

import java.io.IOException;
import java.io.OutputStream;

/** A usage file that has been opened for somebody: its rows are chosen, not yet read. */
public interface UsageFile {

    /** Our own name for it, safe in any header and file system: {@code Detail_BillingProfile_8611537_202409_en.csv}. */
    String name();

    /** How many usage rows it has; header and rounding rows are not counted. */
    long rows();

    /** Whether nothing in it can change any more. */
    boolean closed();

    /**
     * Writes the file, window by window; memory stays flat, no connection is held while the stream blocks.
     *
     * @throws IOException when the file could not be written to its end; what has been written is then no file
     */
    void writeTo(OutputStream out) throws IOException;

    /** The same bytes as gzip. */
    void writeGzipTo(OutputStream out) throws IOException;
}
