package io.factuur.usage.out;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Reads a file's windows ahead of whoever takes the pieces, in order, a few at a time. */
final class UsageStream {

    private static final int AHEAD = 2;

    private final ReadingThreads threads;
    private final LineReader reader;
    private final PieceMaker maker;

    UsageStream(ReadingThreads threads, LineReader reader, PieceMaker maker) {
        this.threads = threads;
        this.reader = reader;
        this.maker = maker;
    }

    /**
     * Hands over the rows.
     *
     * @return how many there were
     * @throws IOException when the database fails or whoever takes the pieces does
     */
    long read(Selection selection, PieceTaker taker) throws IOException {
        Windows windows = new Windows(selection.ranges());
        Deque<Ahead> ahead = new ArrayDeque<>();
        long rows = 0;
        try {
            while (fill(windows, ahead)) {
                Ahead first = ahead.remove();
                Piece piece = take(first.piece());
                windows.gave(first.window(), piece.length());
                taker.take(piece);
                rows += piece.rows();
            }
            return rows;
        } finally {
            ahead.forEach(left -> left.piece().cancel(false));
        }
    }

    private boolean fill(Windows windows, Deque<Ahead> ahead) {
        while (ahead.size() < AHEAD) {
            RowRange window = windows.next();
            if (window == null) {
                break;
            }
            ahead.add(new Ahead(window, threads.submit(() -> maker.make(lines -> reader.read(window, lines)))));
        }
        return !ahead.isEmpty();
    }

    private static Piece take(Future<Piece> piece) throws IOException {
        try {
            return piece.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private record Ahead(RowRange window, Future<Piece> piece) {}
}
