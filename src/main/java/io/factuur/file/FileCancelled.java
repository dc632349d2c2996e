package io.factuur.file;

import java.io.IOException;

/** Nobody wants the file any more. */
public final class FileCancelled extends IOException {

    FileCancelled() {
        super("Cancelled");
    }
}
