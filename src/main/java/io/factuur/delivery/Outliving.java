package io.factuur.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Erases addresses that nobody needs any more: the end date has passed, or nobody confirmed them within a month. */
@Component
class Outliving {

    private static final Duration UNCONFIRMED = Duration.ofDays(30);

    private final RecipientStore store;
    private final Erasure erasure;
    private final Audience audience;
    private final Clock clock;

    Outliving(RecipientStore store, Erasure erasure, Audience audience, Clock clock) {
        this.store = store;
        this.erasure = erasure;
        this.audience = audience;
        this.clock = clock;
    }

    void sweep() {
        List<RecipientRow> rows =
                store.outlived(audience.today(), clock.instant().minus(UNCONFIRMED));
        rows.forEach(row -> erasure.erase(
                row, row.ended(audience.today()) ? ErasureReason.ENDED : ErasureReason.UNCONFIRMED, "<mail sweep>"));
    }
}
