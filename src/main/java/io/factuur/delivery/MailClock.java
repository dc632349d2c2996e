package io.factuur.delivery;

import io.factuur.mail.MailTransport;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the outbox go, on every node: the outbox itself is the queue that they share (docs/decisions/0052). */
@Component
@ConditionalOnProperty(name = "factuur.delivery.sending", matchIfMissing = true)
class MailClock {

    private static final Logger LOG = LoggerFactory.getLogger(MailClock.class);

    private final MailPlanner planner;
    private final OutboxSender sender;
    private final MailTransport transport;
    private final Outliving outliving;
    private final DeliverySettings settings;
    private final AtomicBoolean busy = new AtomicBoolean();

    MailClock(
            MailPlanner planner,
            OutboxSender sender,
            MailTransport transport,
            Outliving outliving,
            DeliverySettings settings) {
        this.planner = planner;
        this.sender = sender;
        this.transport = transport;
        this.outliving = outliving;
        this.settings = settings;
    }

    /** Starts a round, unless the last one still runs; never keeps the scheduler waiting. */
    @Scheduled(fixedDelayString = "${factuur.delivery.every:2s}")
    void tick() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("mail").start(() -> {
                try {
                    attempt(planner::planAll);
                    if (transport.ready()) {
                        sendOnAllLanes();
                    }
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    @Scheduled(fixedDelayString = "${factuur.delivery.sweep-every:1h}", initialDelayString = "1m")
    void sweep() {
        attempt(outliving::sweep);
    }

    private void sendOnAllLanes() {
        CountDownLatch done = new CountDownLatch(settings.lanes());
        for (int lane = 0; lane < settings.lanes(); lane++) {
            Thread.ofVirtual().name("mail-lane-" + lane).start(() -> {
                try {
                    attempt(sender::sendDue);
                } finally {
                    done.countDown();
                }
            });
        }
        try {
            done.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong here is tried again by the next round; its text might name an address and stays out of the log. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            LOG.warn("A round of the outbox ended early: {}", trouble.getClass().getName());
        }
    }
}
