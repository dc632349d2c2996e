package io.factuur.access;

import io.factuur.agreement.Role;
import io.factuur.shared.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The stored assignments. Asks nobody's leave: only for this room, whose services do. */
@Repository
class AssignmentTable {

    private static final String COLUMNS = """
            select a.id, a.scope_id, at.name as scope_name, at.kind as scope_kind, up.distance > 0 as inherited,
            p.username, p.display_name, a.role, a.granted_at, a.granted_by
            """;

    private static final String FROM = """
            from scope_ancestor up
            join assignment a on a.scope_id = up.ancestor_id and a.ended_at is null
            join scope at on at.id = a.scope_id
            join person p on p.id = a.person_id
            where up.scope_id = :scope
            """;

    private static final Map<String, String> SORTS = Map.of(
            "displayName", "lower(p.display_name)",
            "username", "lower(p.username)",
            "role", "a.role",
            "scopeName", "lower(at.name)",
            "grantedAt", "a.granted_at");

    private final JdbcClient jdbc;

    AssignmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Assignment> after(long scopeId, long afterId, int limit) {
        return jdbc.sql(COLUMNS + FROM + " and a.id > :after order by a.id fetch first :limit rows only")
                .param("scope", scopeId)
                .param("after", afterId)
                .param("limit", limit)
                .query(Assignment.class)
                .list();
    }

    List<Assignment> page(long scopeId, AssignmentFilter filter, Pageable page) {
        return filtered(
                        COLUMNS,
                        scopeId,
                        filter,
                        order(page.getSort()) + " offset :offset rows fetch next :limit rows only")
                .param("offset", page.getOffset())
                .param("limit", page.getPageSize())
                .query(Assignment.class)
                .list();
    }

    int count(long scopeId, AssignmentFilter filter) {
        return filtered("select count(*) ", scopeId, filter, "")
                .query(Integer.class)
                .single();
    }

    /** One that counts at the scope, given there or above. */
    Optional<Assignment> find(long scopeId, long id) {
        return jdbc.sql(COLUMNS + FROM + " and a.id = :id")
                .param("scope", scopeId)
                .param("id", id)
                .query(Assignment.class)
                .optional();
    }

    boolean holds(long scopeId, long personId, Role role) {
        return jdbc.sql("""
                        select count(*) from assignment
                        where scope_id = :scope and person_id = :person and role = :role and ended_at is null
                        """)
                        .param("scope", scopeId)
                        .param("person", personId)
                        .param("role", role.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many people who are not disabled hold one of the roles directly on the scope, leaving one assignment out. */
    int othersHolding(long scopeId, Collection<Role> roles, long exceptId) {
        return jdbc.sql("""
                select count(*) from assignment a join person p on p.id = a.person_id and not p.disabled
                where a.scope_id = :scope and a.role in (:roles) and a.ended_at is null and a.id <> :except
                """)
                .param("scope", scopeId)
                .param("roles", roles.stream().map(Role::name).toList())
                .param("except", exceptId)
                .query(Integer.class)
                .single();
    }

    long insert(long scopeId, long personId, Role role, Instant at, String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into assignment (person_id, scope_id, role, granted_at, granted_by)
                values (:holder, :scope, :role, :at, :by)
                """)
                .param("holder", personId)
                .param("scope", scopeId)
                .param("role", role.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    void end(long id, Instant at, String by) {
        jdbc.sql("update assignment set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    /** The scope's kind; whoever changes its assignments at the same time waits here. */
    Seat lock(long scopeId) {
        if (jdbc.sql("select id from scope where id = :id for update")
                .param("id", scopeId)
                .query(Long.class)
                .optional()
                .isEmpty()) {
            throw Problem.notFound();
        }
        return seat(scopeId);
    }

    Seat seat(long scopeId) {
        return jdbc.sql("select agreement, kind, name from scope where id = :id")
                .param("id", scopeId)
                .query(Seat.class)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private StatementSpec filtered(String select, long scopeId, AssignmentFilter filter, String rest) {
        String like = filter.text().isBlank() ? "" : """
                 and (lower(p.display_name) like :text escape '!' or lower(p.username) like :text escape '!'
                or p.email like :text escape '!')
                """;
        Role role = filter.role();
        StatementSpec sql = jdbc.sql(select
                        + FROM
                        + like
                        + (role == null ? "" : " and a.role = :role")
                        + (filter.directOnly() ? " and up.distance = 0" : "")
                        + rest)
                .param("scope", scopeId);
        if (role != null) {
            sql = sql.param("role", role.name());
        }
        return like.isEmpty()
                ? sql
                : sql.param("text", "%" + escaped(filter.text().strip()) + "%");
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }

    private static String order(Sort sort) {
        StringBuilder order = new StringBuilder(" order by ");
        for (Sort.Order by : sort) {
            String column = SORTS.get(by.getProperty());
            if (column != null) {
                order.append(column).append(by.isAscending() ? "" : " desc").append(", ");
            }
        }
        return order.append(sort.isSorted() ? "a.id" : "up.distance, lower(p.display_name), a.id")
                .toString();
    }
}
