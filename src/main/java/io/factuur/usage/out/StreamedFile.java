package io.factuur.usage.out;

import io.factuur.file.FileContent;
import io.factuur.file.FileOutput;
import io.factuur.file.FilePlan;
import io.factuur.file.GzipPieces;
import io.factuur.file.KeptFiles;
import io.factuur.usage.UsageFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A usage file as it is read from the database. */
final class StreamedFile implements UsageFile {

    /** Of a plain download, up to here a copy is compressed and kept on the way; it costs nothing to speak of. */
    private static final long FEW_ROWS = 20_000;

    private final FilePlan plan;
    private final Selection selection;
    private final Parts parts;
    private final ReadingThreads threads;
    private final KeptFiles kept;

    StreamedFile(FilePlan plan, Selection selection, Parts parts, ReadingThreads threads, KeptFiles kept) {
        this.plan = plan;
        this.selection = selection;
        this.parts = parts;
        this.threads = threads;
        this.kept = kept;
    }

    @Override
    public FilePlan plan() {
        return plan;
    }

    @Override
    public Optional<FileContent> made() {
        return plan.forGood() ? kept.find(plan) : Optional.empty();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        PieceTaker plain = new PlainPieces(out);
        if (plan.forGood() && plan.rows() <= FEW_ROWS) {
            writeAndKeep(plain);
        } else {
            writeRows(false, plain);
        }
        out.flush();
    }

    @Override
    public void writeGzipTo(OutputStream out) throws IOException {
        GzipPieces gzip = new GzipPieces(out);
        if (plan.forGood()) {
            writeAndKeep(new CompressedPieces(gzip));
        } else {
            writeRows(true, new CompressedPieces(gzip));
        }
        gzip.finish();
        out.flush();
    }

    @Override
    public void write(FileOutput output) throws IOException {
        writeRows(true, new StoredPieces(output));
    }

    private void writeAndKeep(PieceTaker taker) throws IOException {
        FileOutput copy = kept.begin(plan);
        boolean whole = false;
        try {
            writeRows(true, new TwoTakers(taker, new StoredPieces(copy)));
            kept.keep(plan, copy);
            whole = true;
        } finally {
            if (!whole) {
                kept.abandon(copy);
            }
        }
    }

    private void writeRows(boolean compress, PieceTaker taker) throws IOException {
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
        if (rows[0] != plan.rows()) {
            throw new IOException(
                    "%s: %d rows were counted, %d are there".formatted(plan.name(), plan.rows(), rows[0]));
        }
        for (Block block : parts.after()) {
            taker.take(maker.make(block));
        }
    }
}
