package io.factuur.delivery.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.factuur.delivery.ErasureCertificate;
import io.factuur.delivery.MailContent;
import io.factuur.delivery.MailPreference;
import io.factuur.delivery.MailPreferences;
import io.factuur.delivery.MailRecipients;
import io.factuur.delivery.MailTerms;
import io.factuur.delivery.NewRecipient;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/scopes/{id}/invoice-email")
class InvoiceMailController {

    private final MailPreferences preferences;
    private final MailRecipients recipients;
    private final CurrentPerson me;

    InvoiceMailController(MailPreferences preferences, MailRecipients recipients, CurrentPerson me) {
        this.preferences = preferences;
        this.recipients = recipients;
        this.me = me;
    }

    @GetMapping
    InvoiceMailJson get(@PathVariable("id") long scope, Locale locale) {
        return InvoiceMailJson.of(preferences.get(scope, me.get()), locale);
    }

    @PutMapping
    InvoiceMailJson put(@PathVariable("id") long scope, @RequestBody Change change, Locale locale) {
        MailPreference now = preferences.get(scope, me.get());
        if (change.optIn() == null && change.together() == null) {
            throw Problem.invalid("problem.field-missing", "optIn");
        }
        if (change.optIn() != null) {
            now = change.optIn()
                    ? preferences.optIn(scope, change.termsVersion(), me.get())
                    : preferences.optOut(scope, me.get());
        }
        if (change.together() != null) {
            now = preferences.sendTogether(scope, change.together(), me.get());
        }
        return InvoiceMailJson.of(now, locale);
    }

    @PostMapping("/recipients")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceMailJson.RecipientJson add(@PathVariable("id") long scope, @RequestBody Added added) {
        preferences.get(scope, me.get());
        long id = recipients.add(scope, added.recipient(), me.get());
        return preferences.get(scope, me.get()).recipients().stream()
                .filter(row -> row.id() != null && row.id() == id)
                .map(InvoiceMailJson.RecipientJson::of)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    @DeleteMapping("/recipients/{recipient}")
    CertificateJson remove(@PathVariable("id") long scope, @PathVariable("recipient") long id) {
        return CertificateJson.of(recipients.remove(scope, id, me.get()));
    }

    /** By the address itself, which stands in the body: an address in a path would end up in logs. */
    @DeleteMapping("/recipients")
    CertificateJson remove(@PathVariable("id") long scope, @RequestBody Removed removed) {
        if (removed.address() == null) {
            throw Problem.invalid("problem.field-missing", "address");
        }
        return CertificateJson.of(recipients.remove(scope, new EmailAddress(removed.address()), me.get()));
    }

    @PostMapping("/recipients/{recipient}/confirmation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void askAgain(@PathVariable("id") long scope, @PathVariable("recipient") long id) {
        recipients.askAgain(scope, id, me.get());
    }

    @GetMapping("/erasures/{code}")
    CertificateJson certificate(@PathVariable("id") long scope, @PathVariable String code) {
        return CertificateJson.of(recipients.certificate(scope, code, me.get()));
    }

    /**
     * @param acceptedTerms true for the current version, or the version that was read
     * @param together whether recipients see each other
     */
    record Change(
            @Nullable Boolean optIn,
            @Nullable Object acceptedTerms,
            @Nullable Boolean together) {

        @Nullable
        String termsVersion() {
            if (acceptedTerms instanceof Boolean yes) {
                return yes ? MailTerms.current() : null;
            }
            return acceptedTerms == null ? null : acceptedTerms.toString();
        }
    }

    record Added(
            @JsonAlias("email") @Nullable String address,
            @Nullable String language,
            @Nullable String content,
            @Nullable LocalDate endsOn) {

        NewRecipient recipient() {
            if (address == null) {
                throw Problem.invalid("problem.field-missing", "address");
            }
            return new NewRecipient(
                    new EmailAddress(address), Objects.requireNonNullElse(language, "en"), contentOf(content), endsOn);
        }

        private static MailContent contentOf(@Nullable String name) {
            try {
                return name == null ? MailContent.PDF : MailContent.valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw Problem.invalid("delivery.problem.content", String.valueOf(name));
            }
        }
    }

    record Removed(@JsonAlias("email") @Nullable String address) {}

    record CertificateJson(
            String code, String scope, String addressHash, String reason, String erasedAt, int receipts, String seal) {

        static CertificateJson of(ErasureCertificate certificate) {
            return new CertificateJson(
                    certificate.code(),
                    String.valueOf(certificate.scopeId()),
                    certificate.addressKey(),
                    certificate.reason().name(),
                    certificate.erasedAt().toString(),
                    certificate.receipts(),
                    certificate.seal());
        }
    }
}
