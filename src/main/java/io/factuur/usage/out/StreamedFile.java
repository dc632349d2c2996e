package io.factuur.usage.out;

import io.factuur.usage.UsageFile;
import java.io.IOException;
import java.io.OutputStream;

/** A usage file as it is read from the database. */
final class StreamedFile implements UsageFile {

    private final String name;
    private final Selection selection;
    private final Parts parts;
    private final ReadingThreads threads;

    StreamedFile(String name, Selection selection, Parts parts, ReadingThreads threads) {
        this.name = name;
        this.selection = selection;
        this.parts = parts;
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
        write(false, new PlainPieces(out));
        out.flush();
    }

    @Override
    public void writeGzipTo(OutputStream out) throws IOException {
        GzipPieces gzip = new GzipPieces(out);
        write(true, gzip);
        gzip.finish();
        out.flush();
    }

    private void write(boolean compress, PieceTaker taker) throws IOException {
        PieceMaker maker = new PieceMaker(parts.dialect(), compress);
        for (Block block : parts.before()) {
            taker.take(maker.make(block));
            taker.flush();
        }
        long[] rows = {0};
        new ReadAhead<>(threads, window -> maker.make(window, parts.rows())).read(selection.ranges(), piece -> {
            taker.take(piece);
            rows[0] += piece.rows();
            return piece.length();
        });
        if (rows[0] != selection.rows()) {
            throw new IOException("%s: %d rows were counted, %d are there".formatted(name, selection.rows(), rows[0]));
        }
        for (Block block : parts.after()) {
            taker.take(maker.make(block));
        }
    }
}
