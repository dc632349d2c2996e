package io.factuur.delivery;

import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receipt as stored, beside the addresses that may still be kept elsewhere. */
record ReceiptRow(
        long id,
        String invoiceNumber,
        @Nullable String addedAddress,
        String recipientHash,
        @Nullable String name,
        @Nullable String ownAddress,
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
        @Nullable Instant downloadedAt) {

    Receipt receipt(AddressKey keys) {
        return new Receipt(
                id,
                invoiceNumber,
                addedAddress != null ? addedAddress : ownAddressIfWrittenTo(keys),
                recipientHash,
                name,
                state,
                reason,
                language,
                content,
                attempts,
                repeats,
                resends,
                code,
                words,
                queuedAt,
                nextAttemptAt,
                acceptedAt,
                bouncedAt,
                downloadedAt);
    }

    /** A person may have chosen another address since. */
    private @Nullable String ownAddressIfWrittenTo(AddressKey keys) {
        if (ownAddress == null) {
            return null;
        }
        try {
            return keys.of(new EmailAddress(ownAddress)).equals(recipientHash) ? ownAddress : null;
        } catch (Problem unusable) {
            return null;
        }
    }
}
