package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.shared.Columns;
import io.factuur.shared.Problem;
import io.factuur.shared.Sha256;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bearer tokens: each carries its owner's rights, no more. The secret is random enough for a plain SHA-256. */
@Service
public class ApiTokens {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST = 50;

    private final ApiTokenRepository tokens;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token as its owner sees it later: without the secret. */
    public record Token(
            long id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** The owner of a token that is neither expired nor revoked, if not disabled. Asked with every request, so one query. */
    Optional<Person> owner(String secret) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select t.id, t.last_used_at, p.id as person_id, p.username, p.display_name, p.email, p.operator
                from api_token t join person p on p.id = t.person_id and not p.disabled
                where t.hash = :hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)
                """)
                .param("hash", Sha256.hex(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, no) -> use(new Columns(row)))
                .optional()
                .map(use -> noted(use, now));
    }

    /** Stores a token for a person; used by the demo, whose secrets are public. */
    public void store(Person owner, String name, String secret, @Nullable Instant expiresAt) {
        tokens.save(new ApiToken(null, owner.id(), name, Sha256.hex(secret), clock.instant(), expiresAt, null, null));
    }

    /**
     * Makes a token for the person who asks.
     *
     * @param expiresAt at most a year from now
     * @return the secret, which nobody can read again
     */
    @Transactional
    public String create(String name, Instant expiresAt, Person person) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 100) {
            throw Problem.invalid("problem.token.name");
        }
        Instant now = clock.instant();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(Duration.ofDays(367)))) {
            throw Problem.invalid("problem.token.expiry");
        }
        if (list(person).size() >= MOST) {
            throw Problem.conflict("problem.token.many", MOST);
        }
        String secret = "factuur_" + Secrets.link();
        store(person, called, secret, expiresAt);
        audit.record(AuditEvent.done(person.username(), "token.create", null, called));
        return secret;
    }

    /** The person's own tokens that have not been revoked, the newest first. */
    @Transactional(readOnly = true)
    public List<Token> list(Person person) {
        return jdbc.sql("""
                select id, name, created_at, expires_at, last_used_at from api_token
                where person_id = :person and revoked_at is null order by id desc
                """).param("person", person.id()).query(Token.class).list();
    }

    /** Ends one of the person's own tokens, at once. */
    @Transactional
    public void revoke(long id, Person person) {
        String name = jdbc.sql("select name from api_token where id = :id and person_id = :person")
                .param("id", id)
                .param("person", person.id())
                .query(String.class)
                .optional()
                .orElseThrow(Problem::notFound);
        jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        audit.record(AuditEvent.done(person.username(), "token.revoke", null, name));
    }

    private static Use use(Columns next) throws SQLException {
        return new Use(
                next.number(),
                next.momentOrNull(),
                new Person(next.number(), next.text(), next.text(), next.text(), next.flag(), true));
    }

    private Person noted(Use use, Instant now) {
        Instant last = use.lastUsedAt();
        if (last == null || last.plus(NOTED_EVERY).isBefore(now)) {
            jdbc.sql("update api_token set last_used_at = :now where id = :id")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", use.tokenId())
                    .update();
        }
        return use.owner();
    }

    private record Use(long tokenId, @Nullable Instant lastUsedAt, Person owner) {}
}
