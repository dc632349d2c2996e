package io.factuur.usage.in;

import com.opencsv.AbstractCSVParser;
import com.opencsv.enums.CSVReaderNullFieldIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line at its commas (RFC 4180). Jumps from mark to mark instead of looking at each character, which is twice
 * as fast as the parsers opencsv comes with. A quote inside an unquoted value is a character like any other.
 */
final class LeanParser extends AbstractCSVParser {

    private final int longest;
    private final StringBuilder open = new StringBuilder();
    private boolean inQuotes;
    private int expected = 16;

    /** @param longest characters of a record that goes over several lines */
    LeanParser(int longest) {
        super(',', '"', CSVReaderNullFieldIndicator.NEITHER);
        this.longest = longest;
    }

    @Override
    public boolean isPending() {
        return inQuotes;
    }

    @Override
    public String getPendingText() {
        return open.toString();
    }

    @Override
    protected String[] parseLine(String line, boolean multi) {
        List<String> values = new ArrayList<>(expected);
        int from = inQuotes ? quoted(line, 0, values) : value(line, 0, values);
        while (from >= 0) {
            from = value(line, from, values);
        }
        if (!inQuotes) {
            expected = Math.max(expected, values.size());
        }
        return values.toArray(String[]::new);
    }

    /** Takes the value that starts at a place; answers where the next one starts, or -1 at the end of the line. */
    private int value(String line, int from, List<String> values) {
        if (from < line.length() && line.charAt(from) == '"') {
            open.setLength(0);
            return quoted(line, from + 1, values);
        }
        int comma = line.indexOf(',', from);
        if (comma >= 0) {
            values.add(line.substring(from, comma));
            return comma + 1;
        }
        values.add(line.substring(from, endOf(line, from)));
        return -1;
    }

    private int quoted(String line, int from, List<String> values) {
        int start = from;
        while (true) {
            int quote = line.indexOf('"', start);
            if (quote < 0) {
                open.append(line, start, line.length()).append('\n');
                if (open.length() > longest) {
                    throw new RecordTooLong();
                }
                inQuotes = true;
                return -1;
            }
            boolean doubled = quote + 1 < line.length() && line.charAt(quote + 1) == '"';
            if (!doubled) {
                return closed(line, start, quote, values);
            }
            open.append(line, start, quote + 1);
            start = quote + 2;
        }
    }

    private int closed(String line, int start, int quote, List<String> values) {
        inQuotes = false;
        int comma = quote + 1 < line.length() && line.charAt(quote + 1) == ',' ? quote + 1 : line.indexOf(',', quote);
        int end = comma < 0 ? endOf(line, quote + 1) : comma;
        if (open.isEmpty() && end == quote + 1) {
            values.add(line.substring(start, quote));
        } else {
            open.append(line, start, quote).append(line, quote + 1, end);
            values.add(open.toString());
            open.setLength(0);
        }
        return comma < 0 ? -1 : comma + 1;
    }

    private static int endOf(String line, int from) {
        int end = line.length();
        return end > from && line.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** A quote that is never closed swallows what follows. */
    static final class RecordTooLong extends RuntimeException {}

    @Override
    public void setErrorLocale(@Nullable Locale locale) {
        // says nothing to people itself
    }

    @Override
    protected String convertToCsvValue(@Nullable String value, boolean quotes) {
        return value == null ? "" : '"' + value.replace("\"", "\"\"") + '"';
    }
}
