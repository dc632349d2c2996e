package io.factuur.delivery;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that get a scope's invoices without holding a role. */
@Service
public class MailRecipients {

    private final RecipientStore store;
    private final RecipientTokens tokens;
    private final AddressKey keys;
    private final Outbox outbox;
    private final ReceiptStore receipts;
    private final Erasure erasure;
    private final MailAccess access;
    private final Guard guard;
    private final DeliverySettings settings;
    private final AuditLog audit;
    private final Clock clock;

    MailRecipients(
            RecipientStore store,
            RecipientTokens tokens,
            AddressKey keys,
            Outbox outbox,
            ReceiptStore receipts,
            Erasure erasure,
            MailAccess access,
            Guard guard,
            DeliverySettings settings,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.keys = keys;
        this.outbox = outbox;
        this.receipts = receipts;
        this.erasure = erasure;
        this.access = access;
        this.guard = guard;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds an address and asks it to confirm; no invoice goes there before that.
     *
     * @return the recipient's ID
     * @throws Problem when the scope has not opted in, the address is there already, or there are too many
     */
    @Transactional
    public long add(long scopeId, NewRecipient wanted, Person person) {
        MailScope scope = access.requireChanging(scopeId, person);
        if (!scope.offered()) {
            throw Problem.conflict(String.valueOf(scope.notOffered()));
        }
        if (!scope.mails()) {
            throw Problem.conflict("delivery.problem.opt-in-first");
        }
        requireFuture(wanted.endsOn());
        store.lock(scopeId);
        String key = keys.of(wanted.address());
        List<RecipientRow> known = store.of(scopeId);
        if (known.stream().anyMatch(row -> row.addressKey().equals(key))) {
            throw Problem.conflict("delivery.problem.known");
        }
        if (known.size() >= settings.maxRecipients()) {
            throw Problem.conflict("delivery.problem.too-many", settings.maxRecipients());
        }
        long id = store.insert(scopeId, wanted, key, tokens.nonce(), person.username(), clock.instant());
        RecipientRow added = store.find(id).orElseThrow();
        outbox.add(
                OutboxMail.Kind.CONFIRMATION, String.valueOf(id), scopeId, null, added.addressee(), MailState.QUEUED);
        audit.record(AuditEvent.done(person.username(), "invoice-mail.recipient-add", scopeId, "recipient " + id)
                .with("content", wanted.content()));
        return id;
    }

    /** Changes language, content and end date; another address is another recipient. */
    @Transactional
    public void change(
            long scopeId,
            long recipientId,
            String language,
            MailContent content,
            @Nullable LocalDate endsOn,
            Person person) {
        access.requireChanging(scopeId, person);
        RecipientRow row = recipient(scopeId, recipientId, person);
        requireFuture(endsOn);
        NewRecipient checked = new NewRecipient(row.email(), language, content, endsOn);
        store.update(row.id(), checked.language(), content, endsOn);
        audit.record(
                AuditEvent.done(person.username(), "invoice-mail.recipient-change", scopeId, "recipient " + recipientId)
                        .with("before", row.language() + " " + row.content() + " " + row.endsOn())
                        .with("after", language + " " + content + " " + endsOn));
    }

    /** Removes an address, which erases it. */
    @Transactional
    public ErasureCertificate remove(long scopeId, long recipientId, Person person) {
        access.requireChanging(scopeId, person);
        store.lock(scopeId);
        return erasure.erase(recipient(scopeId, recipientId, person), ErasureReason.REMOVED, person.username());
    }

    /** As {@link #remove(long, long, Person)}, by the address itself. */
    @Transactional
    public ErasureCertificate remove(long scopeId, EmailAddress address, Person person) {
        access.requireChanging(scopeId, person);
        store.lock(scopeId);
        RecipientRow row = store.find(scopeId, keys.of(address))
                .orElseThrow(() -> guard.refuse("invoice-mail.recipient", scopeId, "unknown recipient", person));
        return erasure.erase(row, ErasureReason.REMOVED, person.username());
    }

    /** Sends the mail that asks to confirm once more; at most every few minutes. */
    @Transactional
    public void askAgain(long scopeId, long recipientId, Person person) {
        access.requireChanging(scopeId, person);
        RecipientRow row = recipient(scopeId, recipientId, person);
        if (row.confirmedAt() != null) {
            throw Problem.conflict("delivery.problem.confirmed");
        }
        if (!receipts.askAgain(row, person.username())) {
            throw Problem.tooMany("delivery.problem.asked-lately");
        }
        audit.record(
                AuditEvent.done(person.username(), "invoice-mail.recipient-ask", scopeId, "recipient " + recipientId));
    }

    /** The certificate of an erasure, for whoever may see the mail of the scope. */
    @Transactional(readOnly = true)
    public ErasureCertificate certificate(long scopeId, String code, Person person) {
        access.requireSeeing(scopeId, person);
        return erasure.find(code)
                .filter(found -> found.scopeId() == scopeId && erasure.isGenuine(found))
                .orElseThrow(() -> guard.refuse(Operation.SEE_INVOICE_MAIL.name(), scopeId, "certificate", person));
    }

    private RecipientRow recipient(long scopeId, long recipientId, Person person) {
        return store.find(recipientId)
                .filter(row -> row.scopeId() == scopeId)
                .orElseThrow(() -> guard.refuse("invoice-mail.recipient", scopeId, "recipient " + recipientId, person));
    }

    private void requireFuture(@Nullable LocalDate endsOn) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (endsOn != null && endsOn.isBefore(today)) {
            throw Problem.invalid("delivery.problem.ended");
        }
    }
}
