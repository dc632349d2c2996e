package io.factuur.usage;

import io.factuur.scope.Scope;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Usage rows written straight into the tables, as an import would leave them. */
@Component
@Profile("test")
public class TestUsage {

    private final JdbcClient jdbc;
    private final Clock clock;

    TestUsage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row: the subscription, its day, its cost and any further stored columns. */
    public record TestRow(Scope scope, LocalDate day, String cost, Map<String, String> columns) {

        public static TestRow of(Scope scope, LocalDate day, String cost, String... columns) {
            Map<String, String> more = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i += 2) {
                more.put(columns[i], columns[i + 1]);
            }
            return new TestRow(scope, day, cost, more);
        }

        private String column(String name, String otherwise) {
            return Objects.requireNonNullElse(columns.get(name), otherwise);
        }
    }

    /** One live delivery of an import of its own. Returns its ID. */
    @Transactional
    public long deliver(Scope billed, Scope invoiced, LocalDate periodStart, LocalDate periodEnd, List<TestRow> rows) {
        long first = range(rows.size());
        long importId = insert(
                """
                insert into usage_import (file_name, state, imported_by, started_at, first_row_id, last_row_id)
                values ('test.csv', 'LIVE', 'test', :at, :first, :last)
                """,
                Map.of(
                        "at",
                        clock.instant().atOffset(ZoneOffset.UTC),
                        "first",
                        first,
                        "last",
                        first + rows.size() - 1));
        BigDecimal sum = rows.stream().map(row -> new BigDecimal(row.cost())).reduce(BigDecimal.ZERO, BigDecimal::add);
        long delivery = insert(
                """
                insert into usage_delivery (import_id, billed_scope_id, invoiced_scope_id, file_period_start, period_start,
                    period_end, currency, state, row_count, billed_cost)
                values (:import, :billed, :invoiced, :start, :start, :end, :currency, 'LIVE', :count, :sum)
                """,
                Map.of(
                        "import",
                        importId,
                        "billed",
                        billed.id(),
                        "invoiced",
                        invoiced.id(),
                        "start",
                        periodStart,
                        "end",
                        periodEnd,
                        "currency",
                        billed.currency().getCurrencyCode(),
                        "count",
                        rows.size(),
                        "sum",
                        sum));
        long id = first;
        for (TestRow row : rows) {
            insertRow(id++, delivery, billed, row);
        }
        return delivery;
    }

    public void close(Scope invoiced, LocalDate periodStart, LocalDate periodEnd) {
        jdbc.sql(
                        "insert into closed_period (scope_id, period_start, period_end, closed_at) values (:s, :from, :to, :at)")
                .param("s", invoiced.id())
                .param("from", periodStart)
                .param("to", periodEnd)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insertRow(long id, long delivery, Scope billed, TestRow row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("delivery_id", delivery);
        values.put("scope_id", row.scope().id());
        values.put("charge_day", row.day());
        values.put("cost", new BigDecimal(row.cost()));
        values.put("billed_cost", row.cost());
        values.put("billing_account_id", billed.externalId());
        values.put("billing_currency", billed.currency().getCurrencyCode());
        values.put("charge_period_start", row.day() + "T00:00:00Z");
        values.put("charge_period_end", row.day().plusDays(1) + "T00:00:00Z");
        values.put("charge_category", "Usage");
        values.put("sub_account_id", row.scope().externalId());
        values.putAll(row.columns());
        jdbc.sql("insert into usage_row (" + String.join(", ", values.keySet()) + ") values (:"
                        + String.join(", :", values.keySet()) + ")")
                .params(values)
                .update();
        jdbc.sql("""
                insert into usage_daily (delivery_id, scope_id, charge_day, service_name, service_category,
                    charge_category, publisher_name, row_count, cost, effective_cost)
                values (:delivery, :scope, :day, :service, :category, :charge, :publisher, 1, :cost, :cost)
                """)
                .param("delivery", delivery)
                .param("scope", row.scope().id())
                .param("day", row.day())
                .param("service", row.column("service_name", "Storage"))
                .param("category", row.column("service_category", "Storage"))
                .param("charge", row.column("charge_category", "Usage"))
                .param("publisher", row.column("publisher_name", "Microsoft"))
                .param("cost", new BigDecimal(row.cost()))
                .update();
        addUp(delivery, jdbc);
    }

    /** As an import does once a delivery goes live. */
    static void addUp(long delivery, JdbcClient jdbc) {
        jdbc.sql("delete from usage_sum where delivery_id = :delivery")
                .param("delivery", delivery)
                .update();
        jdbc.sql("""
                insert into usage_sum (delivery_id, scope_id, service_name, service_category, charge_category,
                    publisher_name, row_count, cost)
                select delivery_id, scope_id, service_name, service_category, charge_category, publisher_name,
                    sum(row_count), sum(cost)
                from usage_daily where delivery_id = :delivery
                group by delivery_id, scope_id, service_name, service_category, charge_category, publisher_name
                """).param("delivery", delivery).update();
    }

    private long range(int size) {
        long next = jdbc.sql("select next_id from usage_row_range for update")
                .query(Long.class)
                .single();
        jdbc.sql("update usage_row_range set next_id = :next")
                .param("next", next + size)
                .update();
        return next;
    }

    private long insert(String sql, Map<String, ?> values) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(sql).params(values).update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }
}
