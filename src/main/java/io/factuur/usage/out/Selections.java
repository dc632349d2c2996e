package io.factuur.usage.out;

import io.factuur.scope.Scope;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.InvoiceNumbers;
import io.factuur.usage.InvoiceNumbers.Issued;
import io.factuur.usage.PeriodChoice;
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
            where d.state = 'LIVE' and d.row_count > 0 and d.period_start >= :from and d.period_start < :to
              and d.invoiced_scope_id in (select a.%s from scope_ancestor a where a.%s = :scope and a.distance >= :least)
            order by i.first_row_id, d.id
            """;

    private final JdbcClient jdbc;
    private final UnknownColumns unknownColumns;
    private final ObjectProvider<InvoiceNumbers> numbers;
    private final Places places;

    Selections(JdbcClient jdbc, UnknownColumns unknownColumns, ObjectProvider<InvoiceNumbers> numbers, Places places) {
        this.jdbc = jdbc;
        this.unknownColumns = unknownColumns;
        this.numbers = numbers;
        this.places = places;
    }

    /** Chooses the rows of a scope, as they are live now. The caller has asked the guard. */
    Selection choose(Scope scope, PeriodChoice period, ChargeChoice charges, boolean withPlaces) {
        boolean part = isBelowItsInvoice(scope);
        List<Delivery> chosen = (part
                        ? deliveries("ancestor_id", "scope_id", 1, scope, period)
                        : deliveries("scope_id", "ancestor_id", 0, scope, period))
                .stream().filter(delivery -> charges.wants(delivery.closed())).toList();
        return new Selection(
                scope,
                part ? below(scope) : List.of(),
                chosen,
                part ? totalsBelow(scope, chosen) : totals(chosen),
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

    private List<Delivery> deliveries(String column, String by, int least, Scope scope, PeriodChoice period) {
        return jdbc.sql(DELIVERIES.formatted(column, by))
                .param("from", period.from())
                .param("to", period.to())
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

    private List<Total> totalsBelow(Scope scope, List<Delivery> chosen) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select d.currency, sum(u.row_count) as "rows", sum(u.cost) as cost
                from usage_daily u join usage_delivery d on d.id = u.delivery_id
                where u.delivery_id in (:deliveries)
                  and u.scope_id in (select a.scope_id from scope_ancestor a where a.ancestor_id = :scope)
                group by d.currency
                """)
                .param("deliveries", chosen.stream().map(Delivery::id).toList())
                .param("scope", scope.id())
                .query(Total.class)
                .list();
    }

    private List<Long> below(Scope scope) {
        return jdbc.sql("select scope_id from scope_ancestor where ancestor_id = :scope order by scope_id")
                .param("scope", scope.id())
                .query(Long.class)
                .list();
    }

    private Map<Long, Issued> invoices(List<Delivery> chosen) {
        Map<Long, Issued> byDelivery = new HashMap<>();
        numbers.ifAvailable(source -> chosen.stream()
                .filter(Delivery::closed)
                .forEach(delivery -> source.of(delivery.invoicedScopeId(), delivery.periodStart()).stream()
                        .filter(issued -> issued.currency().equals(delivery.currency()))
                        .findFirst()
                        .ifPresent(issued -> byDelivery.put(delivery.id(), issued))));
        return byDelivery;
    }
}
