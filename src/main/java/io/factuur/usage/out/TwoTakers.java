package io.factuur.usage.out;

import java.io.IOException;

/** Gives each piece to two. */
record TwoTakers(PieceTaker first, PieceTaker second) implements PieceTaker {

    @Override
    public void take(Piece piece) throws IOException {
        first.take(piece);
        second.take(piece);
    }

    @Override
    public void flush() throws IOException {
        first.flush();
        second.flush();
    }
}
