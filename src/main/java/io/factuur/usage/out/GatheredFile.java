package io.factuur.usage.out;

import io.factuur.file.FileContent;
import io.factuur.file.FileOutput;
import io.factuur.file.FilePlan;
import io.factuur.file.GzipPieces;
import io.factuur.file.KeptFiles;
import io.factuur.usage.Dialect;
import io.factuur.usage.UsageFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A small file that takes many rows to make: gathered first, then written. */
final class GatheredFile implements UsageFile {

    private final FilePlan plan;
    private final Dialect dialect;
    private final Gathering gathering;
    private final KeptFiles kept;

    GatheredFile(FilePlan plan, Dialect dialect, Gathering gathering, KeptFiles kept) {
        this.plan = plan;
        this.dialect = dialect;
        this.gathering = gathering;
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
        CsvBytes lines = gathered();
        out.write(lines.array(), 0, lines.length());
        out.flush();
    }

    @Override
    public void writeGzipTo(OutputStream out) throws IOException {
        CsvBytes lines = gathered();
        GzipPieces gzip = new GzipPieces(out);
        gzip.add(lines.array(), lines.length(), GzipPieces.deflate(lines.array(), lines.length()));
        gzip.finish();
        out.flush();
    }

    @Override
    public void write(FileOutput output) throws IOException {
        CsvBytes lines = gather(output::done);
        output.piece(lines.array(), lines.length(), null);
    }

    private CsvBytes gathered() throws IOException {
        CsvBytes lines = gather(rows -> {});
        if (plan.forGood()) {
            keep(lines);
        }
        return lines;
    }

    private void keep(CsvBytes lines) throws IOException {
        FileOutput copy = kept.begin(plan);
        boolean whole = false;
        try {
            copy.piece(lines.array(), lines.length(), null);
            kept.keep(plan, copy);
            whole = true;
        } finally {
            if (!whole) {
                kept.abandon(copy);
            }
        }
    }

    private CsvBytes gather(Progress progress) throws IOException {
        CsvBytes lines = new CsvBytes(dialect);
        if (dialect.forExcel()) {
            new ByteOrderMark().write(lines);
        }
        gathering.write(lines, progress);
        return lines;
    }

    /** Makes the lines, header included. */
    interface Gathering {

        void write(CsvBytes to, Progress progress) throws IOException;
    }

    /** Is told how many rows have been read; throws when nobody wants the file any more. */
    interface Progress {

        void done(long rows) throws IOException;
    }
}
