package io.factuur.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Component;

/** Who is asking, for the doors; services get the person handed to them. As they are now, not as they signed in. */
@Component
public class CurrentPerson {

    private final SecurityContextHolderStrategy holder;
    private final PeopleNow now;
    private final PersonRepository people;

    CurrentPerson(SecurityContextHolderStrategy holder, PeopleNow now, PersonRepository people) {
        this.holder = holder;
        this.now = now;
        this.people = people;
    }

    /** @throws AccessDeniedException when nobody is signed in */
    public Person get() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    public Optional<Person> find() {
        return signedIn(holder.getContext().getAuthentication()).flatMap(this::asOfNow);
    }

    /** Who it was that signed in, for what is written down about a request; never for what is allowed. */
    public Optional<Person> known() {
        return signedIn(holder.getContext().getAuthentication());
    }

    /** Also somebody who has been disabled since. */
    Optional<Person> signedIn(@Nullable Authentication authentication) {
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case KnownPerson known -> Optional.of(known.person());
            case PublicKeyCredentialUserEntity key ->
                people.findByUsername(key.getName()).map(PersonRow::person);
            case null, default -> Optional.empty();
        };
    }

    private Optional<Person> asOfNow(Person person) {
        return now.of(person.id())
                .filter(state -> !state.disabled())
                .map(state -> person.viaToken() ? state.person().withToken() : state.person());
    }
}
