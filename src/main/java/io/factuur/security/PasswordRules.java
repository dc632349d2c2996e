package io.factuur.security;

import io.factuur.shared.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Length counts, not signs: at least ten characters, not the own name, none of those that everybody tries first. */
final class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final Set<String> TRIED_FIRST = Set.of(
            "1234567890",
            "0123456789",
            "12345678910",
            "123456789012",
            "qwertyuiop",
            "1q2w3e4r5t",
            "password12",
            "password123",
            "password1234",
            "passw0rd123",
            "wachtwoord",
            "wachtwoord1",
            "wachtwoord123",
            "welkom12345",
            "welcome123",
            "iloveyou12",
            "administrator",
            "letmein123",
            "changeme123",
            "abcdefghij");

    private PasswordRules() {}

    static void check(String password, String username, String email) {
        if (password.length() < SHORTEST) {
            throw Problem.invalid("problem.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw Problem.invalid("problem.password.long", LONGEST);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        boolean own = Stream.of(username, email, email.split("@", 2)[0])
                .anyMatch(name -> plain.equals(name.toLowerCase(Locale.ROOT)));
        boolean one = plain.chars().distinct().count() < 4;
        if (own || one || TRIED_FIRST.contains(plain)) {
            throw Problem.invalid("problem.password.weak");
        }
    }
}
