package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import io.factuur.usage.UsageFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A usage file as it is read from the database. */
final class StreamedFile implements UsageFile {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String name;
    private final Selection selection;
    private final List<Column> columns;
    private final Dialect dialect;
    private final LineReader reader;
    private final RoundingRows rounding;
    private final ReadingThreads threads;

    StreamedFile(
            String name,
            Selection selection,
            List<Column> columns,
            Dialect dialect,
            LineReader reader,
            RoundingRows rounding,
            ReadingThreads threads) {
        this.name = name;
        this.selection = selection;
        this.columns = columns;
        this.dialect = dialect;
        this.reader = reader;
        this.rounding = rounding;
        this.threads = threads;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long rows() {
        return selection.rows();
    }

    @Override
    public boolean closed() {
        return selection.closed();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        write(new PieceMaker(dialect, false), piece -> out.write(piece.bytes(), 0, piece.length()));
    }

    @Override
    public void writeGzipTo(OutputStream out) throws IOException {
        GzipPieces gzip = new GzipPieces(out);
        write(new PieceMaker(dialect, true), gzip);
        gzip.finish();
    }

    private void write(PieceMaker maker, PieceTaker taker) throws IOException {
        taker.take(maker.make(this::header));
        long rows = new UsageStream(threads, reader, maker).read(selection, taker);
        if (rows != selection.rows()) {
            throw new IOException("%s: %d rows were counted, %d are there".formatted(name, selection.rows(), rows));
        }
        taker.take(maker.make(lines -> rounding.write(columns, selection, dialect, lines)));
    }

    private long header(CsvBytes lines) {
        if (dialect.forExcel()) {
            lines.write(BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        }
        Texts texts = new Texts(dialect);
        lines.line(columns.stream()
                .map(column -> texts.write(column.name(), Kind.TEXT))
                .toList());
        return 0;
    }
}
