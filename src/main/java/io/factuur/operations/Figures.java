package io.factuur.operations;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts in the database what all nodes share, in statements that read indexes or small tables. */
@Repository
class Figures {

    /** Of the newest ten thousand, so that a large archive is not gone through each time. */
    private static final String UNPRINTED = """
            select count(*) from (select id from invoice order by id desc fetch first 10000 rows only) i
            where not exists (select 1 from invoice_document d where d.invoice_id = i.id and d.kind = 'invoice.pdf')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Imports by state. */
    Map<String, Long> imports() {
        return counts("select state, count(*) from usage_import group by state");
    }

    /** Rows that imports have read: {@code accepted} and {@code rejected}. */
    Map<String, Long> rows() {
        return jdbc.sql("""
                        select coalesce(sum(rows_accepted), 0) as accepted, coalesce(sum(rows_rejected), 0) as rejected
                        from usage_import
                        """)
                .query((row, number) ->
                        Map.of("accepted", row.getLong("accepted"), "rejected", row.getLong("rejected")))
                .single();
    }

    long billingRuns() {
        return one("select count(*) from billing_run");
    }

    /** Mails by state. */
    Map<String, Long> mails() {
        return counts("select state, count(*) from mail_outbox group by state");
    }

    /** What waits to be done, by what it waits for. */
    Map<String, Long> queues() {
        return Map.of(
                "imports", one("select count(*) from usage_import where state = 'QUEUED'"),
                "documents", one(UNPRINTED),
                "files", one("select count(*) from prepared_file where state = 'WAITING'"),
                "mails", one("select count(*) from mail_outbox where state = 'QUEUED' and next_attempt_at <= :now"),
                "mail_plans", one("select count(*) from mail_job"),
                "tasks", one("select count(*) from scheduled_tasks where execution_time <= :now and not picked"));
    }

    /** How long the mail that has been due the longest has waited, in seconds; 0 when none is due. */
    long oldestMail() {
        return jdbc
                .sql("select min(next_attempt_at) from mail_outbox where state = 'QUEUED'")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .mapToLong(due -> Math.max(0, clock.instant().getEpochSecond() - due.toEpochSecond()))
                .findFirst()
                .orElse(0);
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(sql).query(row -> {
            counts.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2));
        });
        return counts;
    }

    private long one(String sql) {
        return jdbc.sql(sql)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
