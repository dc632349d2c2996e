package io.factuur.security;

import java.util.Locale;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the person behind a user name or address typed into the sign-in page. */
@Component
class SignInDetails implements UserDetailsService {

    private final PersonRepository people;

    SignInDetails(PersonRepository people) {
        this.people = people;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        return people.findByUsername(typed.strip())
                .or(() -> people.findByEmail(typed.strip().toLowerCase(Locale.ROOT)))
                .map(row -> new SignedIn(row.person(), row.passwordHash(), row.disabled()))
                .orElseThrow(() -> new UsernameNotFoundException(typed));
    }
}
