package io.factuur.usage.out;

import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.usage.out.Place.Part;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the places of every scope of a tree, for layouts that name sections, departments and accounts. */
@Repository
class Places {

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Place> of(Scope scope) {
        Map<Long, Place> places = new HashMap<>();
        jdbc.sql("""
                select a.scope_id, s.kind, s.external_id, s.name from scope_ancestor a
                join scope s on s.id = a.ancestor_id
                join scope placed on placed.id = a.scope_id
                where placed.root_id = :root
                """).param("root", scope.rootId()).query(Ancestor.class).stream()
                .forEach(ancestor -> places.computeIfAbsent(
                                ancestor.scopeId(), none -> new Place(new EnumMap<>(Part.class)))
                        .name(ancestor.kind(), ancestor.externalId(), ancestor.name()));
        return places;
    }

    private record Ancestor(long scopeId, ScopeKind kind, String externalId, String name) {}
}
