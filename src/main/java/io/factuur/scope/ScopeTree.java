package io.factuur.scope;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The stored tree. Asks nobody's leave: only for this room, whose services do. */
@Repository
class ScopeTree {

    static final String COLUMNS =
            "s.id, s.parent_id, s.root_id, s.agreement, s.kind, s.name, s.external_id, s.currency, s.created_at";

    private final JdbcClient jdbc;

    ScopeTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Scope> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from scope s where s.id = :id")
                .param("id", id)
                .query(ScopeTree::scope)
                .optional();
    }

    List<Scope> children(long parent, ScopeKind kind) {
        return jdbc.sql("select " + COLUMNS
                        + " from scope s where s.parent_id = :parent and s.kind = :kind order by s.id")
                .param("parent", parent)
                .param("kind", kind.name())
                .query(ScopeTree::scope)
                .list();
    }

    /** Scopes that an ID names, the newest first. */
    List<Scope> named(String externalId) {
        return jdbc.sql("select " + COLUMNS + " from scope s where s.external_key = :key order by s.id desc")
                .param("key", ExternalId.key(externalId))
                .query(ScopeTree::scope)
                .list();
    }

    /** All above a scope, the nearest first. */
    List<Scope> ancestors(long id) {
        return jdbc.sql("select " + COLUMNS + """
                 from scope s join scope_ancestor a on a.ancestor_id = s.id
                where a.scope_id = :id and a.distance > 0 order by a.distance
                """)
                .param("id", id)
                .query(ScopeTree::scope)
                .list();
    }

    /** The scope itself or the one above it that is of a kind. */
    Optional<Scope> above(long id, ScopeKind kind) {
        return jdbc.sql("select " + COLUMNS + """
                 from scope s join scope_ancestor a on a.ancestor_id = s.id
                where a.scope_id = :id and s.kind = :kind
                """)
                .param("id", id)
                .param("kind", kind.name())
                .query(ScopeTree::scope)
                .optional();
    }

    Optional<Scope> below(long ancestor, ScopeKind kind, String externalId) {
        return jdbc.sql("select " + COLUMNS + """
                 from scope s join scope_ancestor a on a.scope_id = s.id
                where a.ancestor_id = :ancestor and s.kind = :kind and s.external_key = :key
                order by s.id fetch first 1 row only
                """)
                .param("ancestor", ancestor)
                .param("kind", kind.name())
                .param("key", ExternalId.key(externalId))
                .query(ScopeTree::scope)
                .optional();
    }

    /** Takes an ID that no scope will get by itself: the row that took it is gone before anybody sees it. */
    long reserve() {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into scope (agreement, kind, name, external_id, external_key, currency, created_at)
                values ('', '', '', '', '', 'XXX', current_timestamp)
                """).update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        jdbc.sql("delete from scope where id = :id").param("id", id).update();
        return id;
    }

    Scope insert(
            @Nullable Scope parent,
            AgreementType agreement,
            ScopeKind kind,
            String name,
            String externalId,
            String currency,
            Instant createdAt) {
        return insert(null, parent, agreement, kind, name, externalId, currency, createdAt);
    }

    /** @param reserved the ID it gets; the next free one when null */
    Scope insert(
            @Nullable Long reserved,
            @Nullable Scope parent,
            AgreementType agreement,
            ScopeKind kind,
            String name,
            String externalId,
            String currency,
            Instant createdAt) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into scope (%s parent_id, root_id, agreement, kind, name, external_id, external_key, currency,
                    created_at)
                values (%s :parent, :root, :agreement, :kind, :name, :externalId, :key, :currency, :at)
                """.formatted(reserved == null ? "" : "id,", reserved == null ? "" : reserved + ","))
                .param("parent", parent == null ? null : parent.id())
                .param("root", parent == null ? null : parent.rootId())
                .param("agreement", agreement.name())
                .param("kind", kind.name())
                .param("name", name)
                .param("externalId", externalId)
                .param("key", ExternalId.key(externalId))
                .param("currency", currency)
                .param("at", createdAt.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        if (parent == null) {
            jdbc.sql("update scope set root_id = id where id = :id")
                    .param("id", id)
                    .update();
        } else {
            jdbc.sql("""
                    insert into scope_ancestor (scope_id, ancestor_id, distance)
                    select cast(:id as bigint), ancestor_id, distance + 1 from scope_ancestor where scope_id = :parent
                    """).param("id", id).param("parent", parent.id()).update();
        }
        jdbc.sql("insert into scope_ancestor (scope_id, ancestor_id, distance) values (:id, :id, 0)")
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }

    static Scope scope(ResultSet row, int number) throws SQLException {
        return new Scope(
                row.getLong("id"),
                row.getObject("parent_id", Long.class),
                row.getLong("root_id"),
                AgreementType.valueOf(row.getString("agreement")),
                ScopeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("external_id"),
                Currency.getInstance(row.getString("currency")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
