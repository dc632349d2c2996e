package io.factuur.usage.in;

import io.factuur.shared.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of a usage file (RFC 4180 in UTF-8), one at a time; empty lines are passed over. Splits bytes, because most
 * values need no text of their own: see {@link KnownValues}. A quote inside an unquoted value is a character like any
 * other, a carriage return belongs to the value inside quotes and to the end of the line outside.
 */
final class UsageRecords implements Closeable {

    private static final int MORE = -1;
    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 4;

    private final UsageBytes bytes;
    private final RecordBuffer buffer;
    private final int longest;
    private final KnownValues known = new KnownValues();
    private final ByteText open = new ByteText();
    private String[] values = new String[64];
    private int count;
    private long line;
    private long lines;
    private int newlines;

    private UsageRecords(UsageBytes bytes, ImportLimits limits) {
        this.bytes = bytes;
        this.longest = limits.recordLength();
        this.buffer = new RecordBuffer(bytes);
    }

    static UsageRecords of(InputStream body, ImportLimits limits) throws IOException {
        return new UsageRecords(UsageBytes.of(body, limits), limits);
    }

    /** The next record, or null at the end. */
    String @Nullable [] next() throws IOException {
        while (buffer.hasMore()) {
            line = lines + 1;
            if (line <= 2) {
                buffer.dropByteOrderMarks();
            }
            int end = split();
            while (end == MORE) {
                checkLength(buffer.end());
                buffer.more();
                end = split();
            }
            checkLength(end);
            buffer.passed(end + 1);
            lines = line + newlines;
            if (count > 1 || !values[0].isEmpty()) {
                return Arrays.copyOf(values, count);
            }
        }
        return null;
    }

    private void checkLength(int end) {
        int length = end - buffer.start();
        if (length > longest && (length / MOST_BYTES > longest || buffer.characters(end) > longest)) {
            throw Problem.tooLarge("problem.import.record", line, longest);
        }
    }

    /** Splits the record at the start of the buffer; answers where its line ends. */
    private int split() {
        count = 0;
        newlines = 0;
        byte[] all = buffer.array();
        int from = buffer.start();
        while (true) {
            int end = all[from] == '"' ? quoted(all, from + 1) : plain(all, from);
            if (end == MORE || all[end] == '\n') {
                return end;
            }
            from = end + 1;
        }
    }

    private int plain(byte[] all, int from) {
        int end = endOfValue(all, from);
        if (end != MORE) {
            add(all, from, trimmed(all, from, end));
        }
        return end;
    }

    private int quoted(byte[] all, int from) {
        open.clear();
        int start = from;
        int quote = quote(all, start);
        while (quote != MORE && all[quote + 1] == '"') {
            open.append(all, start, quote + 1);
            start = quote + 2;
            quote = quote(all, start);
        }
        int end = quote == MORE || quote + 1 == buffer.end() && !buffer.isLast() ? MORE : endOfValue(all, quote + 1);
        if (end == MORE) {
            return MORE;
        }
        int tail = trimmed(all, quote + 1, end);
        if (open.isEmpty() && tail == quote + 1) {
            add(all, start, quote);
        } else {
            open.append(all, start, quote);
            open.append(all, quote + 1, tail);
            add(open.array(), 0, open.length());
        }
        return end;
    }

    /** The next comma or the end of the line. A newline stands behind the last byte of the buffer. */
    private int endOfValue(byte[] all, int from) {
        int at = from;
        while (true) {
            while (all[at] > ',') {
                at++;
            }
            byte mark = all[at];
            if (mark == ',') {
                return at;
            }
            if (mark == '\n') {
                return at < buffer.end() || buffer.isLast() ? at : MORE;
            }
            if (mark == 0) {
                throw notUtf8();
            }
            at++;
        }
    }

    private int quote(byte[] all, int from) {
        int at = from;
        while (true) {
            while (all[at] > '"') {
                at++;
            }
            byte mark = all[at];
            if (mark == '"') {
                return at;
            }
            if (mark == '\n' && at >= buffer.end()) {
                if (buffer.isLast()) {
                    throw Problem.invalid("problem.import.quote", line);
                }
                return MORE;
            }
            if (mark == '\n') {
                newlines++;
            } else if (mark == 0) {
                throw notUtf8();
            }
            at++;
        }
    }

    /** Where a value ends when a carriage return before the end of the line is not taken for part of it. */
    private static int trimmed(byte[] all, int from, int end) {
        return all[end] == '\n' && end > from && all[end - 1] == '\r' ? end - 1 : end;
    }

    private void add(byte[] from, int start, int end) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        try {
            values[count] = known.text(count, from, start, end);
        } catch (CharacterCodingException malformed) {
            throw notUtf8();
        }
        count++;
    }

    private Problem notUtf8() {
        return Problem.invalid("problem.import.encoding", line + newlines);
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
        bytes.close();
    }
}
