package io.factuur.usage.in;

/** Somebody does not want the import any more, or another process has taken it over. */
final class ImportCancelled extends RuntimeException {

    ImportCancelled() {
        super("cancelled", null, false, false);
    }
}
