package io.factuur.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mails of one billing run.
 *
 * @param name of the billing account that was closed; null for invoices outside a run
 * @param period as it was asked for, {@code yyyy-MM} or {@code yyyy-MM-dd}
 */
public record MailNight(
        long id,
        State state,
        @Nullable String name,
        @Nullable String period,
        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        ReceiptCount count) {

    public enum State {
        HELD,
        RELEASED,
        STOPPED;

        /** Key of the word people read. */
        public String labelKey() {
            return "delivery.night." + name();
        }
    }
}
