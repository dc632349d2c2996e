package io.factuur.file;

import java.io.IOException;

/** A file that is about to be made: what it will hold is settled, so that plan and content agree. */
public interface FileDraft {

    FilePlan plan();

    /**
     * Writes the file, on a background thread.
     *
     * @throws IOException when it cannot be written to its end
     */
    void write(FileOutput out) throws IOException;
}
