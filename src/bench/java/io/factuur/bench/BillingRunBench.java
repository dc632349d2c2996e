package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.invoice.BillingRuns;
import io.factuur.scope.Scope;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Closing a month of many subscriptions, against one hand-written GROUP BY over the same usage rows. */
public final class BillingRunBench {

    private static final long PIECE = 2_000;

    private BillingRunBench() {}

    /** Arguments: subscriptions, usage rows of each, {@code h2} or {@code postgresql}, {@code printing} or nothing. */
    public static void main(String[] args) throws Exception {
        long subscriptions = Long.parseLong(args[0]);
        long rows = Long.parseLong(args[1]);
        try (Bench bench = Bench.on(args[2])) {
            Scope account = bench.account(AgreementType.MOSP);
            Scope other = bench.account(AgreementType.MOSP, "bench-0002");
            fill(bench, other, 100_000_000, subscriptions / 4, rows);
            fill(bench, account, 1_000_000, subscriptions, rows);
            Meter meter = new Meter(args[2], bench);
            AtomicLong groups = new AtomicLong();
            // Once for the compiler, as the rival has its three rounds.
            bench.application.getBean(BillingRuns.class).close(other.id(), "2026-01", bench.operator);
            for (int round = 0; round < 3; round++) {
                long none = -round;
                meter.rival(subscriptions * rows, "one GROUP BY over the usage rows", "billing run", () -> {
                    groups.set(0);
                    bench.jdbc
                            .sql("""
                            select d.invoiced_scope_id, r.service_name, r.charge_category, r.publisher_name, sum(r.cost)
                            from usage_delivery d join usage_row r on r.delivery_id = d.id
                            where d.state = 'LIVE' and d.id > :none and d.billed_scope_id = :account
                            group by d.invoiced_scope_id, r.service_name, r.charge_category, r.publisher_name
                            """)
                            // Another parameter each time: H2 would give the last answer again.
                            .param("none", none)
.param("account", account.id())
                            .query(row -> {
                                groups.incrementAndGet();
                            });
                });
            }
            meter.time(
                    subscriptions * rows,
                    "billing run",
                    () -> bench.application.getBean(BillingRuns.class).close(account.id(), "2026-01", bench.operator));
            if (List.of(args).contains("printing")) {
                Runnable printer = printer(bench);
                long documents = subscriptions + subscriptions / 4;
                meter.time(documents, "printing (a row: a document)", printer::run);
                meter.print(documents);
            }
            meter.print(subscriptions * rows);
            Bench.say("%d groups, %d invoices", groups.get(), subscriptions);
        }
        System.exit(0);
    }

    private static Runnable printer(Bench bench) {
        return bench.application.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(scheduled -> scheduled.getTask().getRunnable())
                .filter(task -> task.toString().contains("printPending"))
                .findFirst()
                .orElseThrow();
    }

    /** Scopes, deliveries, rows and their daily sums as an import would have left them, one service a row of four. */
    private static void fill(Bench bench, Scope account, long base, long subscriptions, long rows) {
        String series = bench.postgres ? "generate_series(1, %d) as g(x)" : "system_range(1, %d) as g(x)";
        bench.jdbc
                .sql("""
                insert into scope (id, parent_id, root_id, kind, agreement, name, external_id, external_key, currency,
                    created_at)
                select %d + x, :account, :account, 'SUBSCRIPTION', 'MOSP', 'Bench ' || cast(x as varchar),
                    'b' || cast(x as varchar), 'b' || cast(x as varchar), 'EUR',
                    timestamp with time zone '2020-01-01 00:00:00+00' from %s
                """.formatted(base, series.formatted(subscriptions)))
                .param("account", account.id())
                .update();
        bench.jdbc
                .sql("""
                insert into scope_ancestor (scope_id, ancestor_id, distance)
                select %1$d + x, %1$d + x, 0 from %2$s union all select %1$d + x, %3$d, 1 from %2$s
                """.formatted(base, series.formatted(subscriptions), account.id()))
                .update();
        bench.jdbc
                .sql("""
                insert into usage_import (id, file_name, state, imported_by, started_at, first_row_id, last_row_id)
                values (%1$d, 'bench', 'LIVE', 'bench', current_timestamp, %1$d * 10 + 1, %1$d * 10 + %2$d)
                """.formatted(base, subscriptions * rows))
                .update();
        bench.jdbc
                .sql("""
                insert into usage_delivery (id, import_id, billed_scope_id, invoiced_scope_id, file_period_start,
                    period_start, period_end, currency, state, row_count, billed_cost)
                select %1$d + x, %1$d, %2$d, %1$d + x, date '2026-01-01', date '2026-01-01', date '2026-02-01', 'EUR', 'LIVE',
                    %3$d, 1 from %4$s
                """.formatted(base, account.id(), rows, series.formatted(subscriptions)))
                .update();
        bench.jdbc
                .sql("""
                insert into usage_row (id, delivery_id, scope_id, charge_day, cost, service_name, service_category,
                    charge_category, publisher_name)
                select %1$d * 10 + x, %1$d + 1 + (x - 1) / %2$d, %1$d + 1 + (x - 1) / %2$d,
                    date '2026-01-01' + cast(mod(x, 31) as int), cast(mod(x, 1009) as decimal(38, 18)) / 1000,
                    'Service ' || cast(mod(x, 4) as varchar), 'Compute', 'Usage', 'Cloud' from %3$s
                """.formatted(base, rows, series.formatted(subscriptions * rows)))
                .update();
        // In pieces: H2 keeps a statement's groups in memory.
        for (long first = 0; first < subscriptions; first += PIECE) {
            sum(bench, base + first, base + Math.min(first + PIECE, subscriptions));
        }
        if (bench.postgres) {
            bench.jdbc.sql("analyze").update();
        }
    }
    /** Of the deliveries after the one, up to the other. */
    private static void sum(Bench bench, long after, long last) {
        bench.jdbc
                .sql("""
                insert into usage_daily (delivery_id, scope_id, charge_day, service_name, service_category,
                    charge_category, publisher_name, row_count, cost, effective_cost)
                select delivery_id, scope_id, charge_day, service_name, service_category, charge_category,
                    publisher_name, count(*), sum(cost), sum(cost) from usage_row
                where delivery_id > :after and delivery_id <= :last
                group by delivery_id, scope_id, charge_day, service_name, service_category, charge_category, publisher_name
                order by delivery_id
                """)
                .param("after", after)
                .param("last", last)
                .update();
        bench.jdbc
                .sql("""
                insert into usage_sum (delivery_id, scope_id, service_name, service_category, charge_category,
                    publisher_name, row_count, cost)
                select delivery_id, scope_id, service_name, service_category, charge_category, publisher_name,
                    sum(row_count), sum(cost) from usage_daily
                where delivery_id > :after and delivery_id <= :last
                group by delivery_id, scope_id, service_name, service_category, charge_category, publisher_name
                order by delivery_id
                """)
                .param("after", after)
                .param("last", last)
                .update();
    }
}
