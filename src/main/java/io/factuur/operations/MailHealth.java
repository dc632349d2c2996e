package io.factuur.operations;

import io.factuur.mail.MailTransport;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether mail leaves, as the outbox shows it; no server is called. A mail server that is away makes no node unready:
 * what is due waits in the outbox.
 */
@Component("mailHealthIndicator")
class MailHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Figures figures;
    private final MailTransport transport;

    MailHealth(Figures figures, MailTransport transport) {
        this.figures = figures;
        this.transport = transport;
    }

    @Override
    public Health health() {
        long oldest = figures.oldestMail();
        Status status = !transport.ready()
                ? new Status("UNKNOWN", "No mail server is set")
                : oldest > PATIENCE.toSeconds() ? new Status("DELAYED", "Mail does not leave") : Status.UP;
        return Health.status(status)
                .withDetail("oldestDueSeconds", oldest)
                .withDetail("mails", figures.mails())
                .build();
    }
}
