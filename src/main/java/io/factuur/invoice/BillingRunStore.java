package io.factuur.invoice;

import io.factuur.security.Person;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The runs as stored. What belongs to one is every invoice of its scopes and period, whichever run made it. */
@Repository
class BillingRunStore {

    private static final String SELECT = """
            select r.id, r.scope_id, s.name as scope_name, r.period, r.started_at, r.started_by,
                (select count(*) from invoice i join scope_ancestor a on a.scope_id = i.scope_id
                 where a.ancestor_id = r.scope_id and i.run_id is not null
                 and i.period_start >= r.starts_from and i.period_start < r.starts_to) as invoices
            from billing_run r join scope s on s.id = r.scope_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BillingRunStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The run of a scope and period, made if there is none, in a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    long open(long scopeId, AskedPeriod asked, Person person) {
        jdbc.sql("""
                insert into billing_run (scope_id, period, starts_from, starts_to, started_at, started_by)
                values (:scope, :period, :from, :to, :at, :by) on conflict do nothing
                """)
                .param("scope", scopeId)
                .param("period", asked.code())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", person.username())
                .update();
        return jdbc.sql("select id from billing_run where scope_id = :scope and period = :period")
                .param("scope", scopeId)
                .param("period", asked.code())
                .query(Long.class)
                .single();
    }

    Optional<BillingRun> find(long id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(BillingRun.class)
                .optional();
    }

    List<BillingRun> latest(long before, int limit) {
        return jdbc.sql(SELECT + "where r.id < :before order by r.id desc fetch first :limit rows only")
                .param("before", before)
                .param("limit", limit)
                .query(BillingRun.class)
                .list();
    }
}
