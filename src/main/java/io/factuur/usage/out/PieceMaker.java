package io.factuur.usage.out;

import io.factuur.file.GzipPieces;
import io.factuur.usage.Dialect;
import java.io.IOException;

/** Makes pieces of lines, compressed on the thread that reads them where the download is compressed. */
final class PieceMaker {

    private final Dialect dialect;
    private final boolean compress;

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
        CsvBytes bytes = new CsvBytes(dialect);
        return piece(bytes, reader.read(window, bytes));
    }

    private Piece piece(CsvBytes bytes, long rows) {
        return new Piece(
                bytes.array(),
                bytes.length(),
                rows,
                compress ? GzipPieces.deflate(bytes.array(), bytes.length()) : null);
    }
}
