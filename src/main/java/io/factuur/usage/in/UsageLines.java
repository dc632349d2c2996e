package io.factuur.usage.in;

import io.factuur.shared.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a usage file in UTF-8. A carriage return stays at the end of its line, because inside quotes it belongs
 * to the value. Byte order marks before the first two lines are dropped.
 */
final class UsageLines extends BufferedReader {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Reader characters;
    private final int longest;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private long lines;

    private UsageLines(Reader characters, int longest) {
        super(characters, 1);
        this.characters = characters;
        this.longest = longest;
    }

    /** @param longest characters of a line */
    static UsageLines of(InputStream bytes, int longest) {
        Reader utf8 = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new UsageLines(utf8, longest);
    }

    @Override
    public @Nullable String readLine() throws IOException {
        StringBuilder whole = null;
        while (true) {
            if (at == end && !fill()) {
                return whole == null ? null : finished(whole.toString());
            }
            int newline = at;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            boolean found = newline < end;
            int start = at;
            at = found ? newline + 1 : newline;
            if (found && whole == null) {
                return finished(new String(buffer, start, newline - start));
            }
            whole = whole == null ? new StringBuilder(2 * buffer.length) : whole;
            whole.append(buffer, start, newline - start);
            if (whole.length() > longest) {
                throw Problem.tooLarge("problem.import.record", lines + 1, longest);
            }
            if (found) {
                return finished(whole.toString());
            }
        }
    }

    private boolean fill() throws IOException {
        try {
            int read = characters.read(buffer, 0, buffer.length);
            at = 0;
            end = Math.max(read, 0);
            return read > 0;
        } catch (CharacterCodingException notUtf8) {
            throw Problem.invalid("problem.import.encoding", lines + 1);
        }
    }

    private String finished(String line) {
        lines++;
        if (line.indexOf('\0') >= 0) {
            throw Problem.invalid("problem.import.encoding", lines);
        }
        if (lines <= 2) {
            int marks = 0;
            while (marks < line.length() && line.charAt(marks) == BYTE_ORDER_MARK) {
                marks++;
            }
            return line.substring(marks);
        }
        return line;
    }
}
