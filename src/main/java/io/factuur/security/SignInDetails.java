package io.factuur.security;

import java.util.Locale;
import java.util.Optional;
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

    Optional<String> usernameOf(String typed) {
        return find(typed).map(PersonRow::username);
    }

    private Optional<PersonRow> find(String typed) {
        String name = typed.strip();
        return people.findByUsername(name).or(() -> people.findByEmail(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        return find(typed)
                .map(row -> new SignedIn(row.person(), row.passwordHash(), row.disabled()))
                .orElseThrow(() -> new UsernameNotFoundException(typed));
    }
}
