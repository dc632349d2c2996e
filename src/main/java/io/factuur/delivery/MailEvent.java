package io.factuur.delivery;

import io.factuur.shared.Labelled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a mail besides its acceptance.
 *
 * @param code the server's reply code; 0 or null where there was none
 * @param words the server's own, without addresses
 * @param actor the user name of whoever decided; null where nobody did
 */
public record MailEvent(
        Instant happenedAt,
        Kind kind,
        @Nullable Integer code,
        @Nullable String words,
        @Nullable String actor) {

    public enum Kind implements Labelled {
        /** Refused for now. */
        DEFERRED,
        /** Refused for good, or tried too often. */
        REFUSED,
        /** The server may have taken it. */
        ANSWER_LOST,
        /** Sent back after it had been taken over. */
        BOUNCED,
        /** The server on the way says that it is still trying. */
        DELAYED,
        RELEASED,
        HELD,
        STOPPED,
        /** Somebody had it sent again. */
        RESENT;

        @Override
        public String labelKey() {
            return "delivery.event." + name();
        }
    }
}
