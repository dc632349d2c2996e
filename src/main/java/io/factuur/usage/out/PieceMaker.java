package io.factuur.usage.out;

import io.factuur.file.GzipPieces;
import io.factuur.usage.Dialect;
import java.io.IOException;

/** Makes pieces of lines, compressed on the thread that reads them where the download is compressed. */
final class PieceMaker {

    private static final int LEAST = 64 * 1024;

    private final Dialect dialect;
    private final boolean compress;
    /** Bytes of the next piece, by the last one. */
    private volatile int expected = LEAST;

    PieceMaker(Dialect dialect, boolean compress) {
        this.dialect = dialect;
        this.compress = compress;
    }

    Piece make(Block block) throws IOException {
        CsvBytes bytes = new CsvBytes(dialect);
        block.write(bytes);
        return piece(bytes, 0);
    }

    Piece make(RowRange window, LineReader reader) throws IOException {
        CsvBytes bytes = new CsvBytes(dialect, expected);
        long rows = reader.read(window, bytes);
        expected = Math.max(LEAST, bytes.length() + bytes.length() / 8);
        return piece(bytes, rows);
    }

    private Piece piece(CsvBytes bytes, long rows) {
        return new Piece(
                bytes.array(),
                bytes.length(),
                rows,
                compress ? GzipPieces.deflate(bytes.array(), bytes.length()) : null);
    }
}
