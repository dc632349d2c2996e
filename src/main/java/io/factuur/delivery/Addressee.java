package io.factuur.delivery;

import io.factuur.agreement.Role;
import io.factuur.shared.EmailAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One address that gets a scope's invoices, for one reason or for both.
 *
 * @param key stands for the address
 * @param personId whose communication address it is, when a role brings the mail
 * @param role the role that does
 * @param recipientId when it was added by hand
 */
record Addressee(
        EmailAddress address,
        String key,
        Locale language,
        MailContent content,
        @Nullable Long personId,
        @Nullable Role role,
        @Nullable Long recipientId) {

    /** Both reasons together: what was chosen for the address counts, the role keeps it. */
    Addressee with(Addressee chosen) {
        return new Addressee(address, key, chosen.language, chosen.content, personId, role, chosen.recipientId);
    }

    /** Names no address: this may end up in a log. */
    @Override
    public String toString() {
        return "Addressee[" + key + "]";
    }
}
