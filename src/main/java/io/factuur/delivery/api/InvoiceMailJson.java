package io.factuur.delivery.api;

import io.factuur.delivery.MailPreference;
import io.factuur.delivery.MailTerms;
import io.factuur.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mail preference of a scope.
 *
 * @param kind PER_SUBSCRIPTION, PER_PROFILE or CONTACTS
 * @param reason why invoices cannot be mailed, in the reader's language; null where they can
 * @param terms what has to be accepted to opt in; null where there are none
 */
record InvoiceMailJson(
        String scope,
        String kind,
        boolean offered,
        @Nullable String reason,
        boolean optIn,
        @Nullable AcceptedJson acceptedTerms,
        @Nullable TermsJson terms,
        boolean together,
        boolean mayChange,
        List<RecipientJson> recipients) {

    record TermsJson(String version, String text) {}

    record AcceptedJson(String version, Instant at, String by) {}

    /** @param id null for an address that is there for a role */
    record RecipientJson(
            @Nullable String id,
            String address,
            @Nullable String role,
            String language,
            String content,
            @Nullable LocalDate endsOn,
            String state,
            @Nullable String trouble) {

        static RecipientJson of(MailPreference.Recipient row) {
            return new RecipientJson(
                    row.id() == null ? null : String.valueOf(row.id()),
                    row.address(),
                    row.role() == null ? null : row.role().name(),
                    row.language(),
                    row.content().name(),
                    row.endsOn(),
                    row.state().name(),
                    row.trouble());
        }
    }

    static InvoiceMailJson of(MailPreference preference, Locale locale) {
        MailPreference.Acceptance accepted = preference.acceptance();
        String not = preference.notOffered();
        return new InvoiceMailJson(
                String.valueOf(preference.scopeId()),
                preference.kind().name(),
                not == null,
                not == null ? null : Texts.get(locale, not),
                preference.optedIn(),
                accepted == null ? null : new AcceptedJson(accepted.version(), accepted.at(), accepted.by()),
                preference.kind().needsTerms()
                        ? new TermsJson(MailTerms.current(), MailTerms.text(MailTerms.current(), locale))
                        : null,
                preference.together(),
                preference.mayChange(),
                preference.recipients().stream().map(RecipientJson::of).toList());
    }
}
