package io.factuur.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How much waits to be done in the background. */
@Component("queuesHealthIndicator")
class QueueHealth implements HealthIndicator {

    private final Figures figures;

    QueueHealth(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Health health() {
        return Health.up().withDetails(figures.queues()).build();
    }
}
