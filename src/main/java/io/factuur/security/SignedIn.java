package io.factuur.security;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person as Spring Security carries them through a session or a request. */
record SignedIn(Person person, @Nullable String passwordHash, boolean disabled) implements UserDetails, KnownPerson {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        SimpleGrantedAuthority user = new SimpleGrantedAuthority("ROLE_USER");
        return person.operator() ? List.of(user, new SimpleGrantedAuthority("ROLE_OPERATOR")) : List.of(user);
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return person.username();
    }

    @Override
    public boolean isEnabled() {
        return !disabled;
    }
}
