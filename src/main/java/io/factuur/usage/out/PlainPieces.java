package io.factuur.usage.out;

import java.io.IOException;
import java.io.OutputStream;

/** Writes pieces as they are. */
record PlainPieces(OutputStream out) implements PieceTaker {

    @Override
    public void take(Piece piece) throws IOException {
        out.write(piece.bytes(), 0, piece.length());
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
