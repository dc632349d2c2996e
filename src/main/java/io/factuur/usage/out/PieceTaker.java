package io.factuur.usage.out;

import java.io.IOException;

/** Where the pieces of a file go, one after the other. */
interface PieceTaker {

    void take(Piece piece) throws IOException;
}
