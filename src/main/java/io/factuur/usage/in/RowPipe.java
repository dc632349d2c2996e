package io.factuur.usage.in;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries rows from the thread that reads to the thread that writes, a few batches at a time, so that neither waits for
 * the other and memory stays flat.
 */
final class RowPipe implements AutoCloseable {

    private static final int ROWS = 500;
    private static final int CHARACTERS = 1_000_000;
    private static final int BATCHES = 4;

    /** Rows or sums, or the end. */
    private record Batch(List<UsageRow> rows, List<DailySums.Sum> sums, boolean end) {}

    private final RowWriters writers;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private final DailySums sums = new DailySums();
    private List<UsageRow> rows = new ArrayList<>(ROWS);
    private int weight;
    private @Nullable Thread writing;
    private volatile @Nullable Throwable failure;
    private volatile boolean stopped;

    RowPipe(RowWriters writers) {
        this.writers = writers;
    }

    /** A new one into the same database, once this one is finished. */
    RowPipe another() {
        return new RowPipe(writers);
    }

    /** Takes a placed and numbered row. */
    void add(UsageRow row) {
        sums.add(row);
        rows.add(row);
        weight += row.weight();
        if (rows.size() >= ROWS || weight >= CHARACTERS) {
            sendRows();
        }
        if (sums.isFull()) {
            sendSums();
        }
    }

    /** Waits until everything is written and committed. */
    void finish() {
        if (writing == null && rows.isEmpty()) {
            return;
        }
        sendRows();
        sendSums();
        send(new Batch(List.of(), List.of(), true));
        await();
        check();
    }

    private void sendRows() {
        if (!rows.isEmpty()) {
            send(new Batch(rows, List.of(), false));
            rows = new ArrayList<>(ROWS);
            weight = 0;
        }
    }

    private void sendSums() {
        sendRows();
        send(new Batch(List.of(), sums.take(), false));
    }

    private void send(Batch batch) {
        if (writing == null) {
            writing = Thread.ofPlatform().name("usage-writer").daemon().start(this::write);
        }
        try {
            do {
                check();
            } while (!queue.offer(batch, 100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while importing", interrupted);
        }
    }

    private void check() {
        if (failure != null) {
            throw new IllegalStateException("Usage rows could not be written", failure);
        }
    }

    private void write() {
        try (UsageRowWriter writer = writers.open()) {
            while (!stopped) {
                Batch batch = queue.poll(100, TimeUnit.MILLISECONDS);
                if (batch == null) {
                    continue;
                }
                if (batch.end()) {
                    writer.finish();
                    return;
                }
                write(batch, writer);
            }
        } catch (Throwable thrown) { // whatever it is, the reading thread must hear of it
            failure = thrown;
        }
    }

    private static void write(Batch batch, UsageRowWriter writer) throws SQLException {
        if (!batch.rows().isEmpty()) {
            writer.rows(batch.rows());
        }
        if (!batch.sums().isEmpty()) {
            writer.sums(batch.sums());
        }
    }

    private void await() {
        try {
            if (writing != null) {
                writing.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while importing", interrupted);
        }
    }

    /** Stops at once; what was not finished is nowhere to be seen. */
    @Override
    public void close() {
        stopped = true;
        queue.clear();
        await();
    }
}
