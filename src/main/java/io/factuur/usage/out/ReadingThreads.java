package io.factuur.usage.out;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * The few threads that read windows of rows, for all downloads together: each window waits its turn, so that fifty
 * downloads share the database evenly and a slow reader holds no connection.
 */
@Component
class ReadingThreads {

    /** What all downloads together may have read ahead. */
    private static final int ROOM = 32 * 1024 * 1024;

    /** Small enough for fifty downloads to hold three each, large enough for a window to be worth its query. */
    private static final int LEAST = 400_000;

    /** From here on a larger window saves nothing any more. */
    private static final int MOST = 2_000_000;

    private final AtomicInteger downloads = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().name("usage-reader-", 0).daemon().factory());

    <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    void begin() {
        downloads.incrementAndGet();
    }

    void end() {
        downloads.decrementAndGet();
    }

    /** How large a piece should be, in bytes: the fewer downloads, the more room each has for its three. */
    int pieceBytes() {
        return Math.clamp(ROOM / (3L * Math.max(1, downloads.get())), LEAST, MOST);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
