package io.factuur.invoice;

import java.io.IOException;
import java.nio.file.Path;

/** Where documents lie once they are issued. A folder now; an object store would be another implementation. */
interface DocumentStore {

    /** Keeps the bytes under a name, all of them or none; an older file of that name is the same document. */
    void keep(String path, byte[] content) throws IOException;

    Path file(String path);
}
