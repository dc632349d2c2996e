package io.factuur.delivery;

import io.factuur.access.Holder;
import io.factuur.access.Holders;
import io.factuur.agreement.Operation;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gets the invoices of a scope at this moment. Asked when mails are planned and again, for each, when it is sent:
 * what has been taken away in between counts.
 */
@Component
class Audience {

    private final RecipientStore store;
    private final Holders holders;
    private final AddressKey keys;
    private final Clock clock;

    Audience(RecipientStore store, Holders holders, AddressKey keys, Clock clock) {
        this.store = store;
        this.holders = holders;
        this.keys = keys;
        this.clock = clock;
    }

    /** Each address once, however many reasons there are. */
    @Transactional(readOnly = true)
    public List<Addressee> of(long scopeId) {
        return store.scope(scopeId).map(this::of).orElse(List.of());
    }

    @Transactional(readOnly = true)
    public List<Addressee> of(MailScope scope) {
        return scope.mails() ? merged(scope.id(), (person, key) -> true) : List.of();
    }

    /** The same without the holders of roles whom a mail to this address or this person cannot be for. */
    @Transactional(readOnly = true)
    public List<Addressee> near(MailScope scope, String addressKey, @Nullable Long personId) {
        return scope.mails()
                ? merged(scope.id(), (person, key) -> key.equals(addressKey) || person.equals(personId))
                : List.of();
    }

    private List<Addressee> merged(long scopeId, BiPredicate<Long, String> wanted) {
        Map<String, Addressee> found = new LinkedHashMap<>();
        holders(scopeId, wanted).forEach(holder -> found.putIfAbsent(holder.key(), holder));
        LocalDate today = today();
        store.of(scopeId).stream()
                .filter(row -> row.counts(today))
                .map(RecipientRow::addressee)
                .forEach(added -> found.merge(added.key(), added, Addressee::with));
        return List.copyOf(found.values());
    }

    /** Those who hold a role that brings the mail, whether or not the scope has opted in. */
    List<Addressee> holders(long scopeId) {
        return holders(scopeId, (person, key) -> true);
    }

    private List<Addressee> holders(long scopeId, BiPredicate<Long, String> wanted) {
        BiPredicate<Long, String> byAddress = (person, given) -> address(given)
                .filter(address -> wanted.test(person, keys.of(address)))
                .isPresent();
        return holders.of(Operation.RECEIVE_INVOICE_MAIL, scopeId, byAddress).stream()
                .flatMap(holder -> addressee(holder).stream())
                .toList();
    }

    private Optional<Addressee> addressee(Holder holder) {
        return address(holder.address())
                .map(address -> new Addressee(
                        address,
                        keys.of(address),
                        Locale.of(holder.language()),
                        MailContent.PDF,
                        holder.personId(),
                        holder.role(),
                        null));
    }

    /** An address that a person signs in with need not be one that mail can be sent to. */
    private static Optional<EmailAddress> address(String given) {
        try {
            return Optional.of(new EmailAddress(given));
        } catch (Problem unusable) {
            return Optional.empty();
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
