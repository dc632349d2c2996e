package io.factuur.scope;

import io.factuur.agreement.Role;
import io.factuur.security.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roles by which somebody sees scopes. Asks nobody's leave: only for this room, whose services do. */
@Repository
class MyRoles {

    private final JdbcClient jdbc;

    MyRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By scope: those given on it first, then those from above, the nearest first; one question for all scopes. */
    Map<Long, List<Role>> at(Collection<Long> scopeIds, Person person) {
        Map<Long, List<Role>> roles = new HashMap<>();
        if (scopeIds.isEmpty()) {
            return roles;
        }
        jdbc.sql("""
                select up.scope_id, held.role from scope_ancestor up
                join assignment held on held.scope_id = up.ancestor_id and held.ended_at is null
                where held.person_id = :me and up.scope_id in (:ids) order by up.distance, held.id
                """).param("me", person.id()).param("ids", scopeIds).query(row -> {
            List<Role> here = roles.computeIfAbsent(row.getLong("scope_id"), none -> new ArrayList<>());
            Role role = Role.valueOf(row.getString("role"));
            if (!here.contains(role)) {
                here.add(role);
            }
        });
        return roles;
    }
}
