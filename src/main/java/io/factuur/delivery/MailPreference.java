package io.factuur.delivery;

import io.factuur.agreement.Agreement.InvoiceMail;
import io.factuur.agreement.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether and to whom the invoices of a scope are mailed.
 *
 * @param notOffered key of the reason why they cannot be; null where they can
 * @param optedIn always true for contacts, where there is nothing to opt in to
 * @param together whether recipients see each other in the To line
 * @param acceptance of the terms, where the agreement wants it
 * @param newerTerms whether newer ones wait to be accepted; mails go on meanwhile
 * @param mayChange whether the person who asked may change it
 */
public record MailPreference(
        long scopeId,
        String scopeName,
        InvoiceMail kind,
        @Nullable String notOffered,
        boolean optedIn,
        boolean together,
        @Nullable Acceptance acceptance,
        boolean newerTerms,
        boolean mayChange,
        List<Recipient> recipients) {

    public record Acceptance(String version, Instant at, String by) {}

    /** Why an address is on the list, and whether it counts yet. */
    public enum State {
        /** Gets the mail for a role; nothing to add or to remove here. */
        BY_ROLE,
        /** Added, not confirmed yet: gets nothing. */
        PENDING,
        CONFIRMED,
        /** Its end date has passed. */
        ENDED;

        /** Key of the word people read. */
        public String labelKey() {
            return "delivery.recipient." + name();
        }
    }

    /**
     * An address on the list.
     *
     * @param id null for one that is there for a role only
     * @param role that brings the mail, if one does
     * @param trouble what the server said about the last mail that did not arrive
     */
    public record Recipient(
            @Nullable Long id,
            String address,
            @Nullable Role role,
            String language,
            MailContent content,
            @Nullable LocalDate endsOn,
            State state,
            @Nullable String trouble) {}
}
