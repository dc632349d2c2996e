package io.factuur.usage.out;

import io.factuur.scope.Scope;
import io.factuur.usage.InvoiceNumbers;
import io.factuur.usage.InvoiceNumbers.Issued;
import io.factuur.usage.Metric;
import io.factuur.usage.UsageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the rows of a file: the live deliveries of the periods, invoiced at the scope, below it or above it. */
@Repository
class Selections {

    private static final String DELIVERIES = """
            select d.id, d.import_id, d.invoiced_scope_id, d.period_start, d.period_end, d.currency, d.row_count,
                   d.billed_cost, i.first_row_id, i.last_row_id,
                   exists (select 1 from closed_period c where c.scope_id = d.invoiced_scope_id
                           and c.period_start = d.period_start) as closed
            from usage_delivery d join usage_import i on i.id = d.import_id
            where %s and d.row_count > 0 and %s
              and d.invoiced_scope_id in (select a.%s from scope_ancestor a where a.%s = :scope and a.distance >= :least)
            order by i.first_row_id, d.id
            """;

    private static final String LIVE = "d.state = 'LIVE'";
    /** What an amortized file brought counts before what is billed; where there is none, each row has its effective cost. */
    private static final String SPREAD = """
            (d.amortized and d.state in ('LIVE', 'AMORTIZED') or d.state = 'LIVE' and not exists
            (select 1 from usage_delivery other where other.amortized and other.state in ('LIVE', 'AMORTIZED')
             and other.billed_scope_id = d.billed_scope_id and other.period_start = d.period_start))""";

    private static final String PERIODS = "d.period_start >= :from and d.period_start < :to";
    private static final String DAYS = """
            exists (select 1 from usage_daily u where u.delivery_id = d.id
                    and u.charge_day >= :from and u.charge_day < :to)""";

    private final JdbcClient jdbc;
    private final PartTotals partTotals;
    private final UnknownColumns unknownColumns;
    private final ObjectProvider<InvoiceNumbers> numbers;
    private final Places places;

    Selections(
            JdbcClient jdbc,
            PartTotals partTotals,
            UnknownColumns unknownColumns,
            ObjectProvider<InvoiceNumbers> numbers,
            Places places) {
        this.jdbc = jdbc;
        this.partTotals = partTotals;
        this.unknownColumns = unknownColumns;
        this.numbers = numbers;
        this.places = places;
    }

    /** Chooses the rows of a scope, as they are live now. The caller has asked the guard. */
    Selection choose(Scope scope, UsageRequest request, boolean withPlaces) {
        boolean part = isBelowItsInvoice(scope);
        List<Delivery> chosen = (part
                        ? deliveries("ancestor_id", "scope_id", 1, scope, request)
                        : deliveries("scope_id", "ancestor_id", 0, scope, request))
                .stream()
                        .filter(delivery -> request.charges().wants(delivery.closed()))
                        .toList();
        boolean plain =
                !part && request.only() == null && !request.period().ofDays() && request.metric() == Metric.ACTUAL;
        return new Selection(
                scope,
                request,
                part ? below(scope) : List.of(),
                chosen,
                plain ? totals(chosen) : partTotals.of(scope, part, chosen, request),
                unknownColumns.of(
                        chosen.stream().map(Delivery::importId).distinct().toList()),
                invoices(chosen),
                withPlaces ? places.of(scope) : Map.of());
    }

    private boolean isBelowItsInvoice(Scope scope) {
        return jdbc.sql("""
                        select count(*) from scope_ancestor a join scope s on s.id = a.ancestor_id
                        where a.scope_id = :scope and a.distance > 0 and s.kind = :kind
                        """)
                        .param("scope", scope.id())
                        .param("kind", scope.agreement().terms().invoicedKind().name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<Delivery> deliveries(String column, String by, int least, Scope scope, UsageRequest request) {
        return jdbc.sql(DELIVERIES.formatted(
                        request.metric() == Metric.AMORTIZED ? SPREAD : LIVE,
                        request.period().ofDays() ? DAYS : PERIODS,
                        column,
                        by))
                .param("from", request.period().from())
                .param("to", request.period().to())
                .param("scope", scope.id())
                .param("least", least)
                .query(Delivery.class)
                .list();
    }

    private static List<Total> totals(List<Delivery> chosen) {
        return chosen.stream()
                .map(delivery -> new Total(delivery.currency(), delivery.rowCount(), delivery.billedCost()))
                .toList();
    }

    private List<Long> below(Scope scope) {
        return jdbc.sql("select scope_id from scope_ancestor where ancestor_id = :scope order by scope_id")
                .param("scope", scope.id())
                .query(Long.class)
                .list();
    }

    private Map<Long, List<Issued>> invoices(List<Delivery> chosen) {
        Map<Long, List<Issued>> byDelivery = new HashMap<>();
        numbers.ifAvailable(source -> chosen.stream().filter(Delivery::closed).forEach(delivery -> {
            List<Issued> issued = source.of(delivery.invoicedScopeId(), delivery.periodStart()).stream()
                    .filter(invoice -> invoice.currency().equals(delivery.currency()))
                    .toList();
            if (!issued.isEmpty()) {
                byDelivery.put(delivery.id(), issued);
            }
        }));
        return byDelivery;
    }
}
