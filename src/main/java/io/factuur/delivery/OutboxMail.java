package io.factuur.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox.
 *
 * @param subject the invoice's number, or the recipient's ID for a confirmation
 * @param repeats 1 when the answer to the first try was lost: the mail then says that it may be a repeat
 * @param sizeBytes with its files, once it has been sent
 * @param resends how often somebody has had it sent again
 */
record OutboxMail(
        long id,
        Kind kind,
        String subject,
        long scopeId,
        String addressKey,
        @Nullable Long personId,
        @Nullable Long recipientId,
        String messageId,
        MailState state,
        int attempts,
        int repeats,
        int resends,
        @Nullable Instant acceptedAt,
        @Nullable Long sizeBytes) {

    enum Kind {
        INVOICE,
        /** Asks a new recipient to confirm the address. */
        CONFIRMATION
    }

    /** The part of the Message-ID before the @: the same for each try, another when somebody has it sent again. */
    String wireId() {
        return messageId + "." + resends;
    }
}
