package io.factuur.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the journal. Entries are chained by {@link AuditSeal} shortly after, so that writers never wait for each other.
 * Each is published as well, in the transaction that wrote it: listen after commit.
 */
@Service
public class AuditLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** Writes an entry in the transaction of the change it describes: both stay or neither. */
    @Transactional
    public void record(AuditEvent event) {
        insert(event);
    }

    /** Writes an entry that stays even when the caller's transaction is rolled back: refusals and failures. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordAlways(AuditEvent event) {
        insert(event);
    }

    private void insert(AuditEvent event) {
        jdbc.sql("""
                insert into audit_entry (happened_at, actor, action, outcome, scope_id, subject, detail)
                values (:at, :actor, :action, :outcome, :scope, :subject, :detail)
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", clip(event.actor()))
                .param("action", event.action())
                .param("outcome", event.outcome().name())
                .param("scope", event.scopeId())
                .param("subject", clip(event.subject()))
                .param("detail", json.writeValueAsString(event.detail()))
                .update();
        events.publishEvent(event);
    }

    private static String clip(String text) {
        return text.length() <= 250 ? text : text.substring(0, 249) + "…";
    }
}
