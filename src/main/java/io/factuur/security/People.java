package io.factuur.security;

import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who can sign in. */
@Service
public class People {

    private final PersonRepository people;
    private final PasswordEncoder passwords;
    private final Clock clock;

    People(PersonRepository people, PasswordEncoder passwords, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.clock = clock;
    }

    public Optional<Person> findByUsername(String username) {
        return people.findByUsername(username).map(PersonRow::person);
    }

    /** Finds by user name or sign-in address, as people type them. */
    public Optional<Person> find(String nameOrEmail) {
        String wanted = nameOrEmail.strip();
        return people.findByUsername(wanted)
                .or(() -> people.findByEmail(wanted.toLowerCase(Locale.ROOT)))
                .map(PersonRow::person);
    }

    /** Stores a new person with a password. Only for set-up code; the operator's door is an invitation. */
    @Transactional
    public Person register(String username, String displayName, EmailAddress email, String password, boolean operator) {
        return store(username, displayName, email, passwords.encode(password), operator, "en");
    }

    /** Stores somebody who has no password yet. */
    @Transactional
    Person add(String username, String displayName, EmailAddress email, Locale language) {
        return store(username, displayName, email, null, false, language.toLanguageTag());
    }

    private Person store(
            String username,
            String displayName,
            EmailAddress email,
            @Nullable String passwordHash,
            boolean operator,
            String language) {
        if (find(username).isPresent() || find(email.value()).isPresent()) {
            throw Problem.conflict("problem.person.exists", username);
        }
        PersonRow row = new PersonRow(
                null,
                username,
                displayName,
                email.value().toLowerCase(Locale.ROOT),
                passwordHash,
                operator,
                false,
                language,
                "UTC",
                email.value(),
                clock.instant(),
                null,
                0);
        return people.save(row).person();
    }
}
