package io.factuur.security;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who is asking, for the doors; services get the person handed to them. */
@Component
public class CurrentPerson {

    private final SecurityContextHolderStrategy holder;

    CurrentPerson(SecurityContextHolderStrategy holder) {
        this.holder = holder;
    }

    /** @throws AccessDeniedException when nobody is signed in */
    public Person get() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    public Optional<Person> find() {
        Authentication authentication = holder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }
}
