package io.factuur.security;

import io.factuur.shared.EmailAddress;
import io.factuur.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets that are mailed and work once. A new one for the same purpose ends the one before. */
@Component
class OneTimeLinks {

    enum Purpose {
        /** Choose a first or a new password. */
        PASSWORD(Duration.ofDays(7)),
        /** Confirm an address that mails should go to. */
        ADDRESS(Duration.ofDays(2));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Hands out the secret; it cannot be read again. */
    String create(long personId, Purpose purpose, @Nullable EmailAddress address) {
        Instant now = clock.instant();
        end(personId, purpose);
        String secret = Secrets.link();
        jdbc.sql("""
                insert into one_time_link (person_id, purpose, address, hash, expires_at)
                values (:person, :purpose, :address, :hash, :expires)
                """)
                .param("person", personId)
                .param("purpose", purpose.name())
                .param("address", address == null ? null : address.value())
                .param("hash", Sha256.hex(secret))
                .param("expires", now.plus(purpose.life).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Whose secret it is, if it still works and its owner has not been disabled. */
    Optional<Found> find(String secret, Purpose purpose) {
        return jdbc.sql("""
                select l.id, l.person_id, l.address from one_time_link l join person p on p.id = l.person_id
                where l.hash = :hash and l.purpose = :purpose and l.used_at is null and l.expires_at > :now
                and not p.disabled
                """)
                .param("hash", Sha256.hex(secret))
                .param("purpose", purpose.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Found.class)
                .optional();
    }

    /** True for the first to come; the address goes with it. */
    boolean use(long id) {
        return jdbc.sql("update one_time_link set used_at = :now, address = null where id = :id and used_at is null")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    void end(long personId, Purpose purpose) {
        jdbc.sql("""
                update one_time_link set used_at = :now, address = null
                where person_id = :person and purpose = :purpose and used_at is null
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .param("purpose", purpose.name())
                .update();
    }

    record Found(long id, long personId, @Nullable String address) {}
}
