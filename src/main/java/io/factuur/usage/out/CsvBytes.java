package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * CSV in UTF-8 in a growing buffer. Quotes only what needs it and writes an absent value as nothing, an empty text as
 * {@code ""}: byte for byte what PostgreSQL's COPY writes.
 */
final class CsvBytes extends OutputStream {

    private final byte separator;
    private final byte[] lineEnd;
    private byte[] bytes;
    private int length;

    CsvBytes(Dialect dialect) {
        this(dialect, 64 * 1024);
    }

    /** @param room for so many bytes, before it has to grow */
    CsvBytes(Dialect dialect, int room) {
        this.bytes = new byte[room];
        this.separator = (byte) dialect.separator();
        this.lineEnd = dialect.lineEnd().getBytes(StandardCharsets.US_ASCII);
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void line(Iterable<? extends @Nullable String> values) {
        boolean first = true;
        for (String value : values) {
            if (!first) {
                separator();
            }
            field(value);
            first = false;
        }
        endLine();
    }

    void separator() {
        room(1);
        bytes[length++] = separator;
    }

    void endLine() {
        write(lineEnd, 0, lineEnd.length);
    }

    void field(@Nullable String text) {
        if (text == null) {
            return;
        }
        int size = text.length();
        room(size + 2);
        int start = length;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c == '"' || c == separator || c == '\n' || c == '\r') {
                length = start;
                unusual(text);
                return;
            }
            bytes[length++] = (byte) c;
        }
        if (size == 0) {
            bytes[length++] = '"';
            bytes[length++] = '"';
        }
    }

    private void unusual(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length * 2 + 2);
        if (!needsQuotes(text)) {
            write(encoded, 0, encoded.length);
            return;
        }
        bytes[length++] = '"';
        for (byte b : encoded) {
            if (b == '"') {
                bytes[length++] = '"';
            }
            bytes[length++] = b;
        }
        bytes[length++] = '"';
    }

    private boolean needsQuotes(String text) {
        return text.indexOf('"') >= 0
                || text.indexOf(separator) >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }

    @Override
    public void write(int b) {
        room(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        room(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
