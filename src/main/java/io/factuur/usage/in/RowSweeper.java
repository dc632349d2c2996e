package io.factuur.usage.in;

import io.factuur.usage.in.DeliveryStore.Garbage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away the rows of deliveries that were replaced or never went live, a little at a time. */
@Component
class RowSweeper {

    private static final long CHUNK = 10_000;
    private static final int CHUNKS = 10;

    private final DeliveryStore deliveries;
    private final Clock clock;
    private final Duration grace;
    private long sweeping;
    private long from;

    /** @param grace how long a replaced delivery is kept for those who are still reading it */
    RowSweeper(DeliveryStore deliveries, Clock clock, @Value("${factuur.usage.sweep-after:1h}") Duration grace) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.grace = grace;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    synchronized void sweep() {
        deliveries.discardLeft(clock.instant().minus(ImportQueue.SILENCE));
        int chunks = CHUNKS;
        while (chunks > 0) {
            Optional<Garbage> garbage = deliveries.garbage(clock.instant().minus(grace));
            if (garbage.isEmpty()) {
                return;
            }
            chunks = sweep(garbage.get(), chunks);
        }
    }

    /** Answers how many chunks may still be done. */
    private int sweep(Garbage garbage, int chunks) {
        int left = chunks;
        if (sweeping != garbage.id()) {
            sweeping = garbage.id();
            from = garbage.firstRowId();
        }
        while (from <= garbage.lastRowId()) {
            if (left-- == 0) {
                return 0;
            }
            deliveries.removeRows(garbage.id(), from, Math.min(from + CHUNK - 1, garbage.lastRowId()));
            from += CHUNK;
        }
        deliveries.swept(garbage);
        return left;
    }
}
