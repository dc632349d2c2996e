package io.factuur.usage.in;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.exceptions.CsvMalformedLineException;
import io.factuur.shared.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The records of a usage file, one at a time; empty lines are passed over. */
final class UsageRecords implements Closeable {

    private final UsageBytes bytes;
    private final CSVReader reader;
    private final int longest;
    private long line;

    private UsageRecords(UsageBytes bytes, ImportLimits limits) {
        this.bytes = bytes;
        this.longest = limits.recordLength();
        this.reader = new CSVReaderBuilder(UsageLines.of(bytes, limits.recordLength()))
                .withCSVParser(new LeanParser(limits.recordLength()))
                .withVerifyReader(false)
                .withMultilineLimit(-1)
                .build();
    }

    static UsageRecords of(InputStream body, ImportLimits limits) throws IOException {
        return new UsageRecords(UsageBytes.of(body, limits), limits);
    }

    /** The next record, or null at the end. */
    String @Nullable [] next() throws IOException {
        try {
            while (true) {
                line = reader.getLinesRead() + 1;
                String[] values = reader.readNextSilently();
                if (values == null || values.length > 1 || !values[0].isEmpty()) {
                    return values;
                }
            }
        } catch (CsvMalformedLineException unclosed) {
            throw Problem.invalid("problem.import.quote", line);
        } catch (LeanParser.RecordTooLong swallowed) {
            throw Problem.tooLarge("problem.import.record", line, longest);
        }
    }

    /** The line on which the last record starts, 1 for the header. */
    long line() {
        return line;
    }

    UsageBytes bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
