package io.factuur.usage.in;

import io.factuur.shared.BillingPeriod;
import io.factuur.usage.ImportMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The stored deliveries. */
@Component
class DeliveryStore {

    private static final String OWN_PERIOD_CLOSED = """
            exists (select 1 from closed_period c
                    where c.scope_id = d.invoiced_scope_id and c.period_start = d.period_start)""";

    private static final String OLDER_ONES = """
             from usage_delivery d
            where d.billed_scope_id = :scope and d.file_period_start = :month and d.state = :state
              and d.amortized = :amortized and not\s""" + OWN_PERIOD_CLOSED;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A delivery whose rows stand in the database. */
    record Stored(long id, long firstRowId, long lastRowId) {}

    /** Until it is live it stands with the billed scope: a new subscription is not there to be named. */
    long stage(long importId, StagedDelivery.Key key) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into usage_delivery (import_id, billed_scope_id, invoiced_scope_id, file_period_start,
                    period_start, period_end, currency, state, row_count, billed_cost)
                values (:import, :billed, :billed, :month, :start, :end, :currency, 'STAGED', 0, 0)
                """)
                .param("import", importId)
                .param("billed", key.invoiced().billed().id())
                .param("month", key.fileMonth())
                .param("start", key.period().start())
                .param("end", key.period().end())
                .param("currency", key.currency())
                .update(id, "id");
        return Objects.requireNonNull(id.getKeyAs(Long.class));
    }

    boolean isClosed(long invoicedScopeId, LocalDate periodStart) {
        return jdbc.sql("select count(*) from closed_period where scope_id = :scope and period_start = :start")
                        .param("scope", invoicedScopeId)
                        .param("start", periodStart)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The first period after a closed one that is open. */
    BillingPeriod nextOpen(StagedDelivery.Key key) {
        BillingPeriod period = key.period();
        while (isClosed(key.invoiced().invoicedScopeId(), period.start())) {
            period = key.invoiced().isInvoicedItself()
                    ? key.invoiced()
                            .billed()
                            .agreement()
                            .terms()
                            .periodOf(period.end(), key.invoiced().since())
                    : BillingPeriod.month(java.time.YearMonth.from(period.end()));
        }
        return period;
    }

    /**
     * What has been billed, or will be, for a period that is closed: rows of a newer file are compared with it. A file
     * that replaces takes away what is late and still open, one that is added does not.
     */
    List<Stored> billedBefore(StagedDelivery.Key key, ImportMode mode) {
        return jdbc.sql("""
                select d.id, coalesce(d.first_row_id, i.first_row_id, 1) as first_row_id,
                       coalesce(d.last_row_id, i.last_row_id, 0) as last_row_id
                from usage_delivery d join usage_import i on i.id = d.import_id
                where d.state = 'LIVE' and d.invoiced_scope_id = :scope and d.file_period_start = :month
                  and d.currency = :currency and coalesce(d.late_from, d.period_start) = :start
                """ + (mode == ImportMode.REPLACE ? " and " + OWN_PERIOD_CLOSED : "") + " order by d.id")
                .param("scope", key.invoiced().invoicedScopeId())
                .param("month", key.fileMonth())
                .param("currency", key.currency())
                .param("start", key.period().start())
                .query(Stored.class)
                .list();
    }

    boolean anyAmortized(List<Stored> known) {
        return !known.isEmpty()
                && jdbc.sql("select count(*) from usage_delivery where id in (:ids) and amortized")
                                .param("ids", known.stream().map(Stored::id).toList())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Whether what is billed is known for a month, so that an amortized file has to stand beside it. */
    boolean hasBilled(long billedScopeId, LocalDate fileMonth) {
        return jdbc.sql("""
                select count(*) from usage_delivery d
                where d.billed_scope_id = :scope and d.file_period_start = :month and d.state = 'LIVE'
                  and not d.amortized
                """)
                        .param("scope", billedScopeId)
                        .param("month", fileMonth)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Rows of open periods that a newer file for the month takes the place of.
     *
     * @param only the invoiced scopes that the file is about; none for the whole account
     */
    long replaceable(long billedScopeId, LocalDate fileMonth, List<Long> only) {
        return jdbc.sql("""
                select coalesce(sum(d.row_count), 0) from usage_delivery d
                where d.billed_scope_id = :scope and d.file_period_start = :month and d.state = 'LIVE' and not\s""" + OWN_PERIOD_CLOSED + among(only))
                .param("only", only)
                .param("scope", billedScopeId)
                .param("month", fileMonth)
                .query(Long.class)
                .single();
    }

    private static String among(List<Long> only) {
        return only.isEmpty() ? "" : " and d.invoiced_scope_id in (:only)";
    }

    /**
     * Takes the older deliveries of open periods that are billed, or will be, out of sight.
     *
     * @param only the invoiced scopes that the file is about; none for the whole account
     */
    void replace(long billedScopeId, LocalDate fileMonth, boolean amortized, List<Long> only) {
        jdbc.sql("update usage_delivery set state = 'REPLACED', replaced_at = :now where id in (select d.id"
                        + OLDER_ONES + among(only) + ")")
                .param("now", now())
                .param("only", only)
                .param("scope", billedScopeId)
                .param("month", fileMonth)
                .param("state", "LIVE")
                .param("amortized", amortized)
                .update();
    }

    /** The file of what is billed has come: amortized ones step aside. */
    void stepAside(long billedScopeId, LocalDate fileMonth) {
        if (count(billedScopeId, fileMonth, true) > 0) {
            replaceBeside(billedScopeId, fileMonth);
            jdbc.sql("update usage_delivery set state = 'AMORTIZED', replaced_at = :now where id in (select d.id"
                            + OLDER_ONES + ")")
                    .param("now", now())
                    .param("scope", billedScopeId)
                    .param("month", fileMonth)
                    .param("state", "LIVE")
                    .param("amortized", true)
                    .update();
        }
    }

    /** Takes out of sight what stands beside the billed ones. */
    void replaceBeside(long billedScopeId, LocalDate fileMonth) {
        jdbc.sql("""
                update usage_delivery set state = 'REPLACED', replaced_at = :now
                where billed_scope_id = :scope and file_period_start = :month and state = 'AMORTIZED'
                """)
                .param("now", now())
                .param("scope", billedScopeId)
                .param("month", fileMonth)
                .update();
    }

    private long count(long billedScopeId, LocalDate fileMonth, boolean amortized) {
        return jdbc.sql("select count(*)" + OLDER_ONES)
                .param("scope", billedScopeId)
                .param("month", fileMonth)
                .param("state", "LIVE")
                .param("amortized", amortized)
                .query(Long.class)
                .single();
    }

    void goLive(StagedDelivery delivery, BillingPeriod period, String state) {
        jdbc.sql("""
                update usage_delivery set state = :state, invoiced_scope_id = :scope, period_start = :start,
                    period_end = :end, late_from = :late, row_count = :rows, billed_cost = :cost,
                    amortized = :amortized, first_row_id = :first, last_row_id = :last
                where id = :id
                """)
                .param("state", state)
                .param("scope", delivery.key.invoiced().invoicedScopeId())
                .param("start", period.start())
                .param("end", period.end())
                .param(
                        "late",
                        delivery.closed && !delivery.beside
                                ? delivery.key.period().start()
                                : null)
                .param("rows", delivery.rows)
                .param("cost", delivery.cost)
                .param("amortized", delivery.amortized)
                .param("first", delivery.firstRowId)
                .param("last", delivery.lastRowId)
                .param("id", delivery.id)
                .update();
    }

    /** Adds up what an import has made live: the daily sums without the day. */
    void addUp(long importId) {
        jdbc.sql("""
                insert into usage_sum (delivery_id, scope_id, service_name, service_category, charge_category,
                    publisher_name, row_count, cost)
                select u.delivery_id, u.scope_id, u.service_name, u.service_category, u.charge_category,
                    u.publisher_name, sum(u.row_count), sum(u.cost)
                from usage_delivery d join usage_daily u on u.delivery_id = d.id
                where d.import_id = :import and d.state in ('LIVE', 'AMORTIZED')
                group by u.delivery_id, u.scope_id, u.service_name, u.service_category, u.charge_category,
                    u.publisher_name
                order by u.delivery_id
                """).param("import", importId).update();
    }

    /** A subscription got another ID than the one that was kept for it. */
    void rename(long from, long to, long firstRowId, long lastRowId) {
        jdbc.sql("update usage_row set scope_id = :to where id between :first and :last and scope_id = :from")
                .param("to", to)
                .param("from", from)
                .param("first", firstRowId)
                .param("last", lastRowId)
                .update();
        jdbc.sql("update usage_daily set scope_id = :to where scope_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    /** Whether all that an import brought is still what people see. */
    boolean isStillLive(long importId) {
        return jdbc.sql("select count(*) from usage_delivery where import_id = :id and state not in"
                                + " ('LIVE', 'AMORTIZED', 'DISCARDED')")
                        .param("id", importId)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
