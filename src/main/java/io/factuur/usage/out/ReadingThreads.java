package io.factuur.usage.out;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * The few threads that read windows of rows, for all downloads together: each window waits its turn, so that fifty
 * downloads share the database evenly and a slow reader holds no connection.
 */
@Component
class ReadingThreads {

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().name("usage-reader-", 0).daemon().factory());

    <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
