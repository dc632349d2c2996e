package io.factuur.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail about an invoice.
 *
 * @param recipient the address; null once it has been erased
 * @param recipientHash the keyed hash that stands for it
 * @param name of the person whose role brings the mail; null for an address without one
 * @param reason why it waits or was left out: {@code invoice.pdf}, {@code not-entitled}, {@code void}
 * @param words the server's own about the last failure, without addresses
 * @param downloadedAt when the person first fetched the invoice from the portal; null for an address without one
 * @param repeats 1 when it may have arrived twice
 */
public record Receipt(
        long id,
        String invoiceNumber,
        @Nullable String recipient,
        String recipientHash,
        @Nullable String name,
        MailState state,
        @Nullable String reason,
        String language,
        MailContent content,
        int attempts,
        int repeats,
        int resends,
        @Nullable Integer code,
        @Nullable String words,
        Instant queuedAt,
        Instant nextAttemptAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant bouncedAt,
        @Nullable Instant downloadedAt) {}
