package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts rows aside in a file and takes them up again in the same order. */
final class RowSpool implements Closeable {

    private final Path file;
    private final DataOutputStream out;
    private final List<StagedDelivery> deliveries = new ArrayList<>();
    private long count;

    RowSpool(Path folder) throws IOException {
        file = Files.createTempFile(folder, "rows", ".spool");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    interface Taker {
        void take(long number, UsageRow row) throws IOException;
    }

    /** Answers the row's number, from 0. */
    long add(UsageRow row) throws IOException {
        int delivery = deliveries.indexOf(row.delivery());
        if (delivery < 0) {
            delivery = deliveries.size();
            deliveries.add(row.delivery());
        }
        out.writeInt(delivery);
        out.writeLong(row.scopeId);
        out.writeLong(row.chargeDay.toEpochDay());
        text(row.cost.toString());
        text(row.effectiveCost.toString());
        out.writeBoolean(row.amortized);
        for (int i = 0; i < FocusColumn.ALL.size(); i++) {
            text(row.get(i));
        }
        text(row.extra);
        return count++;
    }

    long count() {
        return count;
    }

    void each(Taker taker) throws IOException {
        out.flush();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (long i = 0; i < count; i++) {
                taker.take(i, row(in));
            }
        }
    }

    private UsageRow row(DataInputStream in) throws IOException {
        UsageRow row = new UsageRow();
        row.delivery = deliveries.get(in.readInt());
        row.scopeId = in.readLong();
        row.chargeDay = LocalDate.ofEpochDay(in.readLong());
        row.cost = number(in);
        row.effectiveCost = number(in);
        row.amortized = in.readBoolean();
        for (int i = 0; i < FocusColumn.ALL.size(); i++) {
            row.set(i, text(in));
        }
        row.extra = text(in);
        return row;
    }

    private void text(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static BigDecimal number(DataInputStream in) throws IOException {
        String text = text(in);
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
