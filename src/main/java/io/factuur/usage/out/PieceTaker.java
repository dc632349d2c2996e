package io.factuur.usage.out;

import java.io.IOException;

/** Where the pieces of a file go, one after the other. */
interface PieceTaker {

    void take(Piece piece) throws IOException;

    /** Lets the reader see what there is so far. */
    void flush() throws IOException;
}
