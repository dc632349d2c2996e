package io.factuur.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shows to whoever measures the portal what the database says: imports, rows, billing runs, mails, queues. */
@Component
@ConditionalOnBooleanProperty(name = "factuur.operations.measuring", matchIfMissing = true)
class FigureMeters implements MeterBinder {

    private final Figures figures;
    private final MultiGauge imports;
    private final MultiGauge rows;
    private final MultiGauge mails;
    private final MultiGauge queues;
    private volatile long billingRuns;
    private volatile long oldestMail;

    FigureMeters(Figures figures, MeterRegistry meters) {
        this.figures = figures;
        imports = MultiGauge.builder("factuur.imports").register(meters);
        rows = MultiGauge.builder("factuur.import.rows").register(meters);
        mails = MultiGauge.builder("factuur.mails").register(meters);
        queues = MultiGauge.builder("factuur.queue").register(meters);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("factuur.billing.runs", () -> billingRuns).register(meters);
        Gauge.builder("factuur.mail.oldest.due", () -> oldestMail)
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${factuur.operations.measure-every:30s}")
    void measure() {
        show(imports, "state", figures.imports());
        show(rows, "outcome", figures.rows());
        show(mails, "state", figures.mails());
        show(queues, "name", figures.queues());
        billingRuns = figures.billingRuns();
        oldestMail = figures.oldestMail();
    }

    private static void show(MultiGauge gauge, String tag, Map<String, Long> counts) {
        gauge.register(
                counts.entrySet().stream()
                        .map(count -> Row.of(Tags.of(tag, count.getKey()), count.getValue()))
                        .toList(),
                true);
    }
}
