package io.factuur.access;

import io.factuur.security.Person;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where a person holds any role at all, counted up to a limit: to look through little where there is little. */
@Service
public class Reach {

    private final JdbcClient jdbc;

    Reach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that stands at or below a role of the person, whatever it allows; empty when that is more than the limit. */
    public Optional<Set<Long>> within(int most, Person person) {
        Set<Long> reached = new HashSet<>(jdbc.sql("""
            select below.scope_id from assignment granted
            join scope_ancestor below on below.ancestor_id = granted.scope_id
            where granted.person_id = :me and granted.ended_at is null fetch first :most rows only
            """)
                .param("me", person.id())
                .param("most", most + 1)
                .query(Long.class)
                .list());
        return reached.size() > most ? Optional.empty() : Optional.of(reached);
    }
}
