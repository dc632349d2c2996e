package io.factuur.usage.out;

import io.factuur.file.GzipPieces;
import java.io.IOException;
import java.util.Objects;

/** Puts compressed pieces together to one gzip stream. */
record CompressedPieces(GzipPieces gzip) implements PieceTaker {

    @Override
    public void take(Piece piece) throws IOException {
        gzip.add(piece.bytes(), piece.length(), Objects.requireNonNull(piece.deflated()));
    }

    @Override
    public void flush() throws IOException {
        gzip.flush();
    }
}
