package io.factuur.shared;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteConverter;

/**
 * Rows in the binary format of PostgreSQL's COPY. The server spends less on it than on text: it looks for no escapes and
 * parses no numbers.
 */
public final class CopyBinary {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final Instant EPOCH_MOMENT = Instant.parse("2000-01-01T00:00:00Z");
    private static final int ABSENT = -1;

    private byte[] buffer = new byte[1 << 18];
    private int end;

    /** Before the first row. */
    public void begin() {
        bytes(SIGNATURE);
        room(2 * Integer.BYTES);
        int4(0);
        int4(0);
    }

    public void startRow(int columns) {
        room(Short.BYTES);
        int2(columns);
    }

    public void number(long value) {
        room(Integer.BYTES + Long.BYTES);
        int4(Long.BYTES);
        ByteConverter.int8(buffer, end, value);
        end += Long.BYTES;
    }

    /** For a column of four bytes. */
    public void smallNumber(int value) {
        room(2 * Integer.BYTES);
        int4(Integer.BYTES);
        int4(value);
    }

    public void absent() {
        room(Integer.BYTES);
        int4(ABSENT);
    }

    /** With time zone; microseconds are what the server keeps. */
    public void moment(Instant moment) {
        number(ChronoUnit.MICROS.between(EPOCH_MOMENT, moment));
    }

    public void day(LocalDate day) {
        room(2 * Integer.BYTES);
        int4(Integer.BYTES);
        int4((int) (day.toEpochDay() - EPOCH));
    }

    public void decimal(BigDecimal value) {
        if (!CopyDecimal.fits(value)) {
            bytesWithLength(ByteConverter.numeric(value));
            return;
        }
        room(Integer.BYTES + CopyDecimal.MOST_BYTES);
        int length = CopyDecimal.write(value, buffer, end + Integer.BYTES);
        int4(length);
        end += length;
    }

    public void text(@Nullable String value) {
        if (value == null) {
            absent();
            return;
        }
        int length = value.length();
        room(Integer.BYTES + length);
        byte[] out = buffer;
        int start = end + Integer.BYTES;
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            seen |= c;
            out[start + i] = (byte) c;
        }
        if (seen < 0x80) {
            int4(length);
            end += length;
        } else {
            bytesWithLength(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Behind the last row. */
    public void finish() {
        room(Short.BYTES);
        int2(ABSENT);
    }

    /** Bytes not yet handed on. */
    public int length() {
        return end;
    }

    public void flushTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(buffer, 0, end);
        end = 0;
    }

    private void bytesWithLength(byte[] bytes) {
        room(Integer.BYTES);
        int4(bytes.length);
        bytes(bytes);
    }

    private void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
    }

    private void int2(int value) {
        ByteConverter.int2(buffer, end, value);
        end += Short.BYTES;
    }

    private void int4(int value) {
        ByteConverter.int4(buffer, end, value);
        end += Integer.BYTES;
    }

    private void room(int length) {
        if (buffer.length - end < length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, end + length));
        }
    }
}
