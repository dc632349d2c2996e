package io.factuur.delivery;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.delivery.MailPreference.Acceptance;
import io.factuur.delivery.MailPreference.Recipient;
import io.factuur.delivery.MailPreference.State;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether invoices are mailed: per subscription, per billing profile, or to the enrollment's contacts. */
@Service
public class MailPreferences {

    private final RecipientStore store;
    private final Audience audience;
    private final ReceiptStore receipts;
    private final Erasure erasure;
    private final MailAccess access;
    private final AuditLog audit;
    private final Clock clock;

    MailPreferences(
            RecipientStore store,
            Audience audience,
            ReceiptStore receipts,
            Erasure erasure,
            MailAccess access,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.audience = audience;
        this.receipts = receipts;
        this.erasure = erasure;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem not found, when the person may not see it */
    @Transactional(readOnly = true)
    public MailPreference get(long scopeId, Person person) {
        return preference(access.requireSeeing(scopeId, person), person);
    }

    /**
     * Opts in. Recipients can be added afterwards; there are none from before. Where somebody has opted in already, newer
     * terms than those accepted then are accepted.
     *
     * @param acceptedTerms the version that was read and accepted; needed where the agreement has terms
     */
    @Transactional
    public MailPreference optIn(long scopeId, @Nullable String acceptedTerms, Person person) {
        MailScope scope = changeable(scopeId, person);
        if (scope.optedIn() && (acceptedTerms == null || !scope.hasNewerTerms())) {
            return preference(scope, person);
        }
        Acceptance acceptance = null;
        if (scope.mail().needsTerms()) {
            requireCurrent(acceptedTerms);
            acceptance = new Acceptance(MailTerms.current(), clock.instant(), person.username());
        }
        MailScope changed = with(scope, true, scope.together(), acceptance);
        store.save(changed, person.username(), clock.instant());
        String what = scope.optedIn() ? "invoice-mail.terms" : "invoice-mail.opt-in";
        audit.record(AuditEvent.done(person.username(), what, scopeId, scope.name())
                .with("terms", acceptance == null ? null : acceptance.version()));
        return preference(changed, person);
    }

    /** Opts out and erases every address; opting in again starts empty. */
    @Transactional
    public MailPreference optOut(long scopeId, Person person) {
        MailScope scope = changeable(scopeId, person);
        store.lock(scopeId);
        List<RecipientRow> rows = store.of(scopeId);
        rows.forEach(row -> erasure.erase(row, ErasureReason.OPTED_OUT, person.username()));
        MailScope changed = with(scope, false, false, null);
        store.save(changed, person.username(), clock.instant());
        if (scope.optedIn()) {
            audit.record(AuditEvent.done(person.username(), "invoice-mail.opt-out", scopeId, scope.name())
                    .with("erased", rows.size()));
        }
        return preference(changed, person);
    }

    /** Whether recipients see each other in the To line, or each gets a mail of their own. */
    @Transactional
    public MailPreference sendTogether(long scopeId, boolean together, Person person) {
        MailScope scope = access.requireChanging(scopeId, person);
        MailScope changed = with(scope, scope.optedIn(), together, scope.acceptance());
        store.save(changed, person.username(), clock.instant());
        audit.record(AuditEvent.done(person.username(), "invoice-mail.together", scopeId, scope.name())
                .with("before", scope.together())
                .with("after", together));
        return preference(changed, person);
    }

    private MailScope changeable(long scopeId, Person person) {
        MailScope scope = access.requireChanging(scopeId, person);
        String not = scope.notOffered();
        if (not != null) {
            throw Problem.conflict(not);
        }
        if (!scope.mail().optsIn()) {
            throw Problem.conflict("delivery.problem.contacts");
        }
        return scope;
    }

    private static void requireCurrent(@Nullable String accepted) {
        if (accepted == null) {
            throw Problem.invalid("delivery.problem.terms", MailTerms.current());
        }
        if (!accepted.equals(MailTerms.current())) {
            throw Problem.conflict("delivery.problem.terms-changed", MailTerms.current());
        }
    }

    private static MailScope with(MailScope scope, boolean optedIn, boolean together, @Nullable Acceptance acceptance) {
        return new MailScope(
                scope.id(), scope.name(), scope.agreement(), scope.kind(), scope.sold(), optedIn, together, acceptance);
    }

    private MailPreference preference(MailScope scope, Person person) {
        return new MailPreference(
                scope.id(),
                scope.name(),
                scope.mail(),
                scope.notOffered(),
                scope.mails(),
                scope.together(),
                scope.acceptance(),
                scope.hasNewerTerms(),
                access.mayChange(scope, person),
                scope.mails() ? recipients(scope.id()) : List.of());
    }

    /** Each address once: where it was added and also comes with a role, the line that can be removed. */
    private List<Recipient> recipients(long scopeId) {
        List<Addressee> holders = audience.holders(scopeId);
        List<RecipientRow> added = store.of(scopeId);
        Map<String, String> troubles = receipts.troubles(scopeId);
        List<Recipient> list = new ArrayList<>();
        for (Addressee holder : holders) {
            boolean alsoAdded = added.stream().anyMatch(row -> row.addressKey().equals(holder.key()));
            boolean twice = list.stream()
                    .anyMatch(other -> other.address().equals(holder.address().value()));
            if (!alsoAdded && !twice) {
                list.add(byRole(holder, troubles.get(holder.key())));
            }
        }
        LocalDate today = audience.today();
        for (RecipientRow row : added) {
            Optional<Addressee> holder = holders.stream()
                    .filter(other -> other.key().equals(row.addressKey()))
                    .findFirst();
            list.add(new Recipient(
                    row.id(),
                    row.address(),
                    holder.map(Addressee::role).orElse(null),
                    row.language(),
                    row.content(),
                    row.endsOn(),
                    state(row, today),
                    troubles.get(row.addressKey())));
        }
        return list;
    }

    private static Recipient byRole(Addressee holder, @Nullable String trouble) {
        return new Recipient(
                null,
                holder.address().value(),
                holder.role(),
                holder.language().getLanguage(),
                holder.content(),
                null,
                State.BY_ROLE,
                trouble);
    }

    private static State state(RecipientRow row, LocalDate today) {
        if (row.ended(today)) {
            return State.ENDED;
        }
        return row.confirmedAt() == null ? State.PENDING : State.CONFIRMED;
    }
}
