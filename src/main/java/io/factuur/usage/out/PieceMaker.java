package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;

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
                bytes.array(), bytes.length(), rows, compress ? deflated(bytes.array(), bytes.length()) : null);
    }

    /** Ends on a byte boundary, so that pieces deflated one by one follow each other in one stream. */
    private static byte[] deflated(byte[] plain, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain, 0, length);
            byte[] deflated = new byte[length / 4 + 64];
            int size = 0;
            while (true) {
                size += deflater.deflate(deflated, size, deflated.length - size, Deflater.SYNC_FLUSH);
                if (size < deflated.length) {
                    return Arrays.copyOf(deflated, size);
                }
                deflated = Arrays.copyOf(deflated, deflated.length * 2);
            }
        } finally {
            deflater.end();
        }
    }
}
