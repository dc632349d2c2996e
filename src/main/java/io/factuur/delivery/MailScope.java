package io.factuur.delivery;

import io.factuur.agreement.Agreement.InvoiceMail;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Offer;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Sold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A scope with its stored mail preference. */
record MailScope(
        long id,
        String name,
        AgreementType agreement,
        ScopeKind kind,
        Sold sold,
        boolean optedIn,
        boolean together,
        MailPreference.@Nullable Acceptance acceptance) {

    InvoiceMail mail() {
        return agreement.terms().invoiceMail();
    }

    /** Why invoices of this scope cannot be mailed: a key; null where they can. */
    @Nullable
    String notOffered() {
        if (kind != agreement.terms().invoicedKind()) {
            return "delivery.not-offered.elsewhere";
        }
        if (sold.mailsInvoices()) {
            return null;
        }
        return sold.sovereignCloud() ? "delivery.not-offered.sovereign" : "delivery.not-offered." + sold.offer();
    }

    boolean offered() {
        return notOffered() == null;
    }

    /** Whether invoices go out at all, if there is somebody to get them. */
    boolean mails() {
        return offered() && (optedIn || !mail().optsIn());
    }

    /** Whether the terms have changed since somebody opted in. */
    boolean hasNewerTerms() {
        return mail().needsTerms()
                && optedIn
                && (acceptance == null || !acceptance.version().equals(MailTerms.current()));
    }

    record Row(
            long id,
            String name,
            AgreementType agreement,
            ScopeKind kind,
            @Nullable Offer offer,
            @Nullable Boolean sovereignCloud,
            @Nullable Boolean optedIn,
            @Nullable Boolean together,
            @Nullable String termsVersion,
            @Nullable Instant termsAcceptedAt,
            @Nullable String termsAcceptedBy) {

        MailScope scope() {
            return new MailScope(
                    id,
                    name,
                    agreement,
                    kind,
                    new Sold(offer == null ? Offer.PAY_AS_YOU_GO : offer, null, Boolean.TRUE.equals(sovereignCloud)),
                    Boolean.TRUE.equals(optedIn),
                    Boolean.TRUE.equals(together),
                    termsVersion == null || termsAcceptedAt == null || termsAcceptedBy == null
                            ? null
                            : new MailPreference.Acceptance(termsVersion, termsAcceptedAt, termsAcceptedBy));
        }
    }
}
