package io.factuur.delivery;

import io.factuur.shared.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An added recipient as stored. */
record RecipientRow(
        long id,
        long scopeId,
        String address,
        String addressKey,
        String language,
        MailContent content,
        @Nullable LocalDate endsOn,
        @Nullable Instant confirmUntil,
        @Nullable Instant confirmedAt,
        String nonce,
        Instant addedAt,
        String addedBy) {

    EmailAddress email() {
        return new EmailAddress(address);
    }

    boolean ended(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }

    boolean counts(LocalDate today) {
        return confirmedAt != null && !ended(today);
    }

    Addressee addressee() {
        return new Addressee(email(), addressKey, Locale.of(language), content, null, null, id);
    }

    /** Names no address: this may end up in a log. */
    @Override
    public String toString() {
        return "RecipientRow[" + id + "]";
    }
}
