package io.factuur.usage.in;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of PostgreSQL's COPY: values between tabs, backslash escapes, {@code \N} for null. */
final class CopyText {

    private byte[] buffer = new byte[1 << 20];
    private int end;
    private boolean rowStarted;

    void number(long value) {
        plain(Long.toString(value));
    }

    /** A text that needs no escape: digits, dates. */
    void plain(String ascii) {
        next(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[end++] = (byte) ascii.charAt(i);
        }
    }

    void text(@Nullable String value) {
        if (value == null) {
            next(2);
            buffer[end++] = '\\';
            buffer[end++] = 'N';
            return;
        }
        int length = value.length();
        next(2 * length);
        byte[] out = buffer;
        int at = end;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                end = at;
                encode(value.substring(i));
                return;
            }
            if (c == '\\' || c < ' ') {
                at = escape(out, at, c);
            } else {
                out[at++] = (byte) c;
            }
        }
        end = at;
    }

    private void encode(String rest) {
        byte[] utf8 = rest.getBytes(StandardCharsets.UTF_8);
        room(2 * utf8.length);
        for (byte b : utf8) {
            if (b == '\\' || b >= 0 && b < ' ') {
                end = escape(buffer, end, (char) b);
            } else {
                buffer[end++] = b;
            }
        }
    }

    private static int escape(byte[] out, int at, char c) {
        int next = at;
        switch (c) {
            case '\\' -> {
                out[next++] = '\\';
                out[next++] = '\\';
            }
            case '\n' -> {
                out[next++] = '\\';
                out[next++] = 'n';
            }
            case '\r' -> {
                out[next++] = '\\';
                out[next++] = 'r';
            }
            case '\t' -> {
                out[next++] = '\\';
                out[next++] = 't';
            }
            default -> out[next++] = (byte) c;
        }
        return next;
    }

    void endRow() {
        room(1);
        buffer[end++] = '\n';
        rowStarted = false;
    }

    void flushTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(buffer, 0, end);
        end = 0;
    }

    private void next(int length) {
        room(length + 1);
        if (rowStarted) {
            buffer[end++] = '\t';
        }
        rowStarted = true;
    }

    private void room(int length) {
        if (buffer.length - end < length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, end + length));
        }
    }
}
