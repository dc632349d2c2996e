package io.factuur.usage.in;

import io.factuur.usage.in.DeliveryGarbage.Garbage;
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

    private final DeliveryGarbage garbage;
    private final Clock clock;
    private final Duration grace;
    private long sweeping;
    private long from;

    /** @param grace how long a replaced delivery is kept for those who are still reading it */
    RowSweeper(DeliveryGarbage garbage, Clock clock, @Value("${factuur.usage.sweep-after:1h}") Duration grace) {
        this.garbage = garbage;
        this.clock = clock;
        this.grace = grace;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    synchronized void sweep() {
        garbage.discardLeft(clock.instant().minus(ImportQueue.SILENCE));
        int chunks = CHUNKS;
        while (chunks > 0) {
            Optional<Garbage> next = garbage.next(clock.instant().minus(grace));
            if (next.isEmpty()) {
                return;
            }
            chunks = sweep(next.get(), chunks);
        }
    }

    /** Answers how many chunks may still be done. */
    private int sweep(Garbage delivery, int chunks) {
        int left = chunks;
        if (sweeping != delivery.id()) {
            sweeping = delivery.id();
            from = delivery.firstRowId();
        }
        while (from <= delivery.lastRowId()) {
            if (left-- == 0) {
                return 0;
            }
            garbage.removeRows(delivery.id(), from, Math.min(from + CHUNK - 1, delivery.lastRowId()));
            from += CHUNK;
        }
        garbage.swept(delivery);
        return left;
    }
}
