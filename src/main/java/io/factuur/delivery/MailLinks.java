package io.factuur.delivery;

import io.factuur.access.Unguarded;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a recipient does with the links in the mails, without signing in. */
@Service
@Unguarded(because = "the secret in the mailed link is the key, and opens nothing but the recipient's own entry")
public class MailLinks {

    /** Whoever holds a role is known by name in the journal; a recipient never is. */
    private static final String RECIPIENT = "<recipient>";

    private final RecipientStore store;
    private final RecipientTokens tokens;
    private final Erasure erasure;
    private final MailPlanner planner;
    private final AuditLog audit;
    private final Clock clock;

    MailLinks(
            RecipientStore store,
            RecipientTokens tokens,
            Erasure erasure,
            MailPlanner planner,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.erasure = erasure;
        this.planner = planner;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a link is about. */
    public record Entry(String scopeName, String address, boolean confirmed) {}

    /** Looks without changing anything: mail programs open links by themselves. Empty for a link that no longer works. */
    @Transactional(readOnly = true)
    public Optional<Entry> toConfirm(String token) {
        return confirmable(token).map(this::entry);
    }

    /** Confirms the address; invoices may go there from now on. False for a link that no longer works. */
    @Transactional
    public boolean confirm(String token) {
        Optional<RecipientRow> found = confirmable(token);
        found.filter(row -> row.confirmedAt() == null).ifPresent(row -> {
            store.confirm(row.id(), clock.instant());
            planner.catchUp(row.scopeId());
            audit.record(AuditEvent.done(
                    RECIPIENT, "invoice-mail.recipient-confirm", row.scopeId(), "recipient " + row.id()));
        });
        return found.isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<Entry> toUnsubscribe(String token) {
        return tokens.unsubscribing(token).map(this::entry);
    }

    /** Ends the mails and erases the address. Doing it twice is no mistake: there is nothing left to do. */
    @Transactional
    public Optional<ErasureCertificate> unsubscribe(String token) {
        Optional<RecipientRow> found = tokens.unsubscribing(token);
        found.ifPresent(row -> store.lock(row.scopeId()));
        return tokens.unsubscribing(token).map(row -> erasure.erase(row, ErasureReason.UNSUBSCRIBED, RECIPIENT));
    }

    private Optional<RecipientRow> confirmable(String token) {
        return store.confirmable(tokens.hash(token))
                .filter(row -> row.confirmedAt() != null
                        || (row.confirmUntil() != null && clock.instant().isBefore(row.confirmUntil())));
    }

    private Entry entry(RecipientRow row) {
        return new Entry(
                store.scope(row.scopeId()).map(MailScope::name).orElse(""), row.address(), row.confirmedAt() != null);
    }
}
