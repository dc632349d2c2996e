package io.factuur.audit;

import io.factuur.audit.AuditEvent.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the journal, for the operator only. */
@Service
@PreAuthorize("hasRole('OPERATOR')")
public class AuditReader {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<AuditRow> page(AuditFilter filter, long offset, int limit) {
        return read(
                filter,
                "",
                "order by id desc offset :offset rows fetch next :limit rows only",
                Map.of("offset", offset, "limit", limit));
    }

    /** The latest first, from before an entry on; page after page without an end being counted. */
    @Transactional(readOnly = true)
    public List<AuditRow> before(AuditFilter filter, long beforeId, int limit) {
        return read(
                filter,
                "and id < :before",
                "order by id desc fetch first :limit rows only",
                Map.of("before", beforeId, "limit", limit));
    }

    @Transactional(readOnly = true)
    public int count(AuditFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        return jdbc.sql("select count(*) from audit_entry where " + where(filter, parameters))
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private List<AuditRow> read(AuditFilter filter, String also, String rest, Map<String, ?> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        return jdbc.sql("""
                select id, sealed_as, happened_at, actor, action, outcome, scope_id, subject, detail, hash
                from audit_entry where %s %s %s
                """.formatted(where(filter, parameters), also, rest))
                .params(parameters)
                .query(this::row)
                .list();
    }

    private static String where(AuditFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("1 = 1");
        if (filter.from() != null) {
            where.append(" and happened_at >= :from");
            parameters.put("from", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            where.append(" and happened_at < :to");
            parameters.put("to", filter.to().atOffset(ZoneOffset.UTC));
        }
        if (filter.actor() != null) {
            where.append(" and actor = :actor");
            parameters.put("actor", filter.actor());
        }
        if (filter.action() != null) {
            where.append(" and (lower(action) = :action or lower(action) like :actions escape '!')");
            parameters.put("action", filter.action().toLowerCase(Locale.ROOT));
            parameters.put("actions", escaped(filter.action()) + ".%");
        }
        if (filter.outcome() != null) {
            where.append(" and outcome = :outcome");
            parameters.put("outcome", filter.outcome().name());
        }
        if (filter.scopeId() != null) {
            where.append(" and scope_id = :scope");
            parameters.put("scope", filter.scopeId());
        }
        if (filter.text() != null) {
            where.append(" and (lower(subject) like :text escape '!' or lower(detail) like :text escape '!')");
            parameters.put("text", "%" + escaped(filter.text()) + "%");
        }
        return where.toString();
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }

    private AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                row.getObject("sealed_as", Long.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("scope_id", Long.class),
                row.getString("subject"),
                json.readValue(row.getString("detail"), DETAIL),
                row.getString("hash"));
    }
}
