package io.factuur.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything stored about an address.
 *
 * @param hash the keyed hash that stands for it
 * @param people user names whose sign-in or communication address it is
 */
public record AddressFile(
        String address,
        String hash,
        List<String> people,
        List<Entry> recipientOf,
        List<Receipt> mails,
        List<ErasureCertificate> erasures) {

    public record Entry(
            long id,
            long scopeId,
            String scopeName,
            String language,
            MailContent content,
            @Nullable LocalDate endsOn,
            Instant addedAt,
            String addedBy,
            @Nullable Instant confirmedAt) {}
}
