package io.factuur.usage.out;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Reads ranges of rows window by window, a few windows ahead of whoever takes them, and hands them over in order.
 *
 * @param <T> what becomes of a window
 */
final class ReadAhead<T> {

    private static final int AHEAD = 2;

    private final ReadingThreads threads;
    private final Reader<T> reader;

    ReadAhead(ReadingThreads threads, Reader<T> reader) {
        this.threads = threads;
        this.reader = reader;
    }

    /** @throws IOException when the database fails or whoever takes does */
    void read(List<RowRange> ranges, Taker<T> taker) throws IOException {
        Windows windows = new Windows(ranges, threads::pieceBytes);
        Deque<Pending<T>> ahead = new ArrayDeque<>();
        threads.begin();
        try {
            while (fill(windows, ahead)) {
                Pending<T> first = ahead.remove();
                windows.gave(first.window(), taker.take(result(first.result())));
            }
        } finally {
            threads.end();
            ahead.forEach(left -> left.result().cancel(false));
        }
    }

    private boolean fill(Windows windows, Deque<Pending<T>> ahead) {
        while (ahead.size() < AHEAD) {
            RowRange window = windows.next();
            if (window == null) {
                break;
            }
            ahead.add(new Pending<>(window, threads.submit(() -> reader.read(window))));
        }
        return !ahead.isEmpty();
    }

    private static <T> T result(Future<T> pending) throws IOException {
        try {
            return pending.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Reads one window; called on a thread for reading. */
    interface Reader<T> {

        T read(RowRange window) throws IOException;
    }

    /** Takes what a window gave. */
    interface Taker<T> {

        /** @return how many bytes it was, so that windows find their size */
        int take(T result) throws IOException;
    }

    private record Pending<T>(RowRange window, Future<T> result) {}
}
