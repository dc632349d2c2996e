package io.factuur.access;

import io.factuur.access.Standings.Place;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Mute;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Who could read this on that day?": the rules of today, applied to the roles and switches of then. */
@Service
public class AccessHistory {

    /** What reading means. */
    public static final List<Operation> READING =
            List.of(Operation.SEE_COSTS, Operation.SEE_INVOICES, Operation.DOWNLOAD_INVOICE, Operation.DOWNLOAD_USAGE);

    private static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private final Guard guard;
    private final Standings standings;

    AccessHistory(JdbcClient jdbc, Guard guard, Standings standings) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.standings = standings;
    }

    /**
     * Somebody who held a role at the scope at some moment of the day.
     *
     * @param could what of {@link #READING} they could do; empty when their roles gave none of it
     */
    public record Reader(String username, String displayName, List<Held> roles, Set<Operation> could) {}

    /** @param day in UTC */
    @Transactional(readOnly = true)
    public List<Reader> on(long scopeId, LocalDate day, Person person) {
        guard.require(Operation.SEE_ACCESS, scopeId, person);
        Place place = standings.place(scopeId).orElseThrow(Problem::notFound);
        Day then = new Day(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        Set<Condition> on = switchesOn(place, then);
        Map<Long, Set<Role>> silencing = silencing(place, then);
        Map<Long, List<Row>> byPerson = held(scopeId, then).stream()
                .collect(Collectors.groupingBy(Row::personId, LinkedHashMap::new, Collectors.toList()));
        List<Reader> readers = new ArrayList<>();
        byPerson.forEach((id, rows) ->
                readers.add(reader(rows, place, on, silencing.getOrDefault(id, EnumSet.noneOf(Role.class)))));
        return readers;
    }

    private static Reader reader(List<Row> rows, Place place, Set<Condition> on, Set<Role> silencing) {
        List<Held> roles = rows.stream().map(Row::asHeld).distinct().toList();
        Standing standing = new Standing(
                place.id(),
                place.name(),
                place.agreement(),
                place.kind(),
                on,
                !place.keepsInvoices(),
                roles,
                silencing,
                true,
                false,
                true);
        Set<Operation> could = EnumSet.noneOf(Operation.class);
        READING.stream()
                .filter(operation -> Rules.judge(operation, standing).allowed())
                .forEach(could::add);
        return new Reader(rows.getFirst().username(), rows.getFirst().displayName(), roles, could);
    }

    private List<Row> held(long scopeId, Day day) {
        return jdbc.sql("""
                select p.id as person_id, p.username, p.display_name, g.role, at.id as scope_id, at.name as scope_name,
                at.kind
                from scope_ancestor up
                join assignment g on g.scope_id = up.ancestor_id
                join scope at on at.id = up.ancestor_id
                join person p on p.id = g.person_id
                where up.scope_id = :scope and g.granted_at < :end and (g.ended_at is null or g.ended_at > :start)
                order by lower(p.display_name), p.id, up.distance, g.id fetch first :most rows only
                """)
                .param("scope", scopeId)
                .param("start", day.start().atOffset(ZoneOffset.UTC))
                .param("end", day.end().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(Row.class)
                .list();
    }

    /** On at any moment of the day. */
    private Set<Condition> switchesOn(Place place, Day day) {
        Set<Condition> on = EnumSet.noneOf(Condition.class);
        for (Condition condition : Condition.values()) {
            if (condition != Condition.NONE && wasOn(condition, place, day)) {
                on.add(condition);
            }
        }
        return on;
    }

    private boolean wasOn(Condition condition, Place place, Day day) {
        List<Change> changes = jdbc.sql("""
                select turned_on, changed_at from switch_change
                where scope_id = :scope and switch = :switch and changed_at < :end order by changed_at desc, id desc
                """)
                .param("scope", condition.onScopeItself() ? place.id() : place.rootId())
                .param("switch", condition.name())
                .param("end", day.end().atOffset(ZoneOffset.UTC))
                .query(Change.class)
                .list();
        for (Change change : changes) {
            if (change.turnedOn()) {
                return true;
            }
            if (!change.changedAt().isAfter(day.start())) {
                return false;
            }
        }
        return false;
    }

    private Map<Long, Set<Role>> silencing(Place place, Day day) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        place.agreement().terms().mutes().stream().map(Mute::holders).forEach(roles::addAll);
        if (roles.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select g.person_id, g.role from assignment g join scope at on at.id = g.scope_id
                        where at.root_id = :root and g.role in (:roles) and g.granted_at < :end
                        and (g.ended_at is null or g.ended_at > :start)
                        """)
                .param("root", place.rootId())
                .param("roles", roles.stream().map(Role::name).toList())
                .param("start", day.start().atOffset(ZoneOffset.UTC))
                .param("end", day.end().atOffset(ZoneOffset.UTC))
                .query(Silencing.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Silencing::personId,
                        Collectors.mapping(
                                Silencing::role, Collectors.toCollection(() -> EnumSet.noneOf(Role.class)))));
    }

    private record Day(Instant start, Instant end) {}

    private record Change(boolean turnedOn, Instant changedAt) {}

    private record Silencing(long personId, Role role) {}

    private record Row(
            long personId,
            String username,
            String displayName,
            Role role,
            long scopeId,
            String scopeName,
            ScopeKind kind) {

        Held asHeld() {
            return new Held(role, scopeId, scopeName, kind);
        }
    }
}
