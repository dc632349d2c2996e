package io.factuur.scope;

import io.factuur.shared.NameIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The names and IDs of all scopes in memory, the same on each database. New ones are added at the next search; a new name
 * is known at once here, and within a minute on other nodes. See docs/decisions/0140.
 */
@Component
class ScopeNames {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private NameIndex names = NameIndex.of(List.of());
    private long last;
    private Instant readAt = Instant.MIN;

    ScopeNames(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something about a scope is called otherwise. */
    record Renamed(long scopeId) {}

    synchronized NameIndex now() {
        Instant now = clock.instant();
        if (readAt.equals(Instant.MIN) || Duration.between(readAt, now).abs().compareTo(FRESH) > 0) {
            names = NameIndex.of(after(0));
            readAt = now;
        } else {
            List<NameIndex.Name> more = after(last);
            if (!more.isEmpty()) {
                names = names.with(more);
            }
        }
        return names;
    }

    @TransactionalEventListener(fallbackExecution = true)
    synchronized void forget(Renamed renamed) {
        readAt = Instant.MIN;
    }

    private List<NameIndex.Name> after(long id) {
        List<NameIndex.Name> found = jdbc.sql("select id, name, external_id from scope where id > :last order by id")
                .param("last", id)
                .query((row, number) -> new NameIndex.Name(
                        row.getLong("id"), row.getString("name") + " " + row.getString("external_id")))
                .list();
        if (!found.isEmpty()) {
            last = Math.max(last, Objects.requireNonNull(found.getLast()).id());
        }
        return found;
    }
}
