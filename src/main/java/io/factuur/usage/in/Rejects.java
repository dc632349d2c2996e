package io.factuur.usage.in;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.factuur.usage.Sentence;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rejected rows of one import, as a CSV: line, column, reason, and the row as it came. No row, no file. */
final class Rejects implements Closeable {

    private static final int REASONS = 3;

    private final Path file;
    private final Locale locale;
    private final Header header;
    private @Nullable ICSVWriter writer;
    private @Nullable First first;
    private long count;

    /** The first row that could not be taken, and why. */
    record First(long line, Sentence why) {}

    Rejects(Path file, Header header, Locale locale) {
        this.file = file;
        this.header = header;
        this.locale = locale;
    }

    void add(long line, RowRejected why, String[] record) {
        count++;
        if (first == null) {
            first = new First(line, why.sentence());
        }
        String[] row = new String[REASONS + record.length];
        row[0] = String.valueOf(line);
        row[1] = why.column();
        row[2] = why.sentence().text(locale);
        System.arraycopy(record, 0, row, REASONS, record.length);
        open().writeNext(row, false);
    }

    private ICSVWriter open() {
        if (writer == null) {
            try {
                BufferedWriter out = Files.newBufferedWriter(file);
                writer = new CSVWriterBuilder(out).withLineEnd("\r\n").build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String[] titles = new String[REASONS + header.size()];
            titles[0] = "Line";
            titles[1] = "Column";
            titles[2] = "Reason";
            for (int i = 0; i < header.size(); i++) {
                titles[REASONS + i] = header.name(i);
            }
            writer.writeNext(titles, false);
        }
        return writer;
    }

    @Nullable
    First first() {
        return first;
    }

    long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
