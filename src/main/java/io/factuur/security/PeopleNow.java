package io.factuur.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database says about people who are signed in, at most a second old: so that each request can ask whether
 * they may still be here.
 */
@Component
class PeopleNow {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Long, Looked> known = new ConcurrentHashMap<>();

    PeopleNow(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<State> of(long id) {
        Instant now = clock.instant();
        Looked looked = known.get(id);
        if (looked == null || looked.at().plus(FRESH).isBefore(now)) {
            looked = new Looked(now, read(id));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(id, looked);
        }
        return Optional.ofNullable(looked.state());
    }

    /** Called after each change on this node; others notice within the second. */
    void forget(long id) {
        known.remove(id);
    }

    private @Nullable State read(long id) {
        return jdbc.sql("select id, username, display_name, email, operator, disabled, sessions_from from person"
                        + " where id = :id")
                .param("id", id)
                .query((row, number) -> {
                    OffsetDateTime from = row.getObject("sessions_from", OffsetDateTime.class);
                    return new State(
                            new Person(
                                    row.getLong("id"),
                                    row.getString("username"),
                                    row.getString("display_name"),
                                    row.getString("email"),
                                    row.getBoolean("operator"),
                                    false),
                            row.getBoolean("disabled"),
                            from == null ? Instant.EPOCH : from.toInstant());
                })
                .optional()
                .orElse(null);
    }

    /** @param sessionsFrom sessions that began earlier are over */
    record State(Person person, boolean disabled, Instant sessionsFrom) {}

    private record Looked(Instant at, @Nullable State state) {}
}
