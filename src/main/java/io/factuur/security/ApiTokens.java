package io.factuur.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Bearer tokens: each carries its owner's rights, no more. The secret is random enough for a plain SHA-256. */
@Service
public class ApiTokens {

    private final ApiTokenRepository tokens;
    private final PersonRepository people;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, PersonRepository people, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
    }

    /** The owner of a token that is neither expired nor revoked, if not disabled. */
    Optional<Person> owner(String secret) {
        Instant now = clock.instant();
        return tokens.findByHash(hash(secret))
                .filter(token -> token.opensAt(now))
                .flatMap(token -> people.findById(token.personId()))
                .filter(row -> !row.disabled())
                .map(row -> row.person().withToken());
    }

    /** Stores a token for a person; used by the demo, whose secrets are public. */
    public void store(Person owner, String name, String secret, @Nullable Instant expiresAt) {
        tokens.save(new ApiToken(null, owner.id(), name, hash(secret), clock.instant(), expiresAt, null, null));
    }

    private static String hash(String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
