package io.factuur.usage.out;

import io.factuur.scope.Scope;
import io.factuur.usage.Dimension;
import io.factuur.usage.Metric;
import io.factuur.usage.Narrowing;
import io.factuur.usage.UsageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many rows a part of some deliveries has and what they cost, from the sums that are kept. */
@Repository
class PartTotals {

    private final JdbcClient jdbc;
    private final Breakdowns breakdowns;

    PartTotals(JdbcClient jdbc, Breakdowns breakdowns) {
        this.jdbc = jdbc;
        this.breakdowns = breakdowns;
    }

    /** @param below only what the scope and those below it used */
    List<Total> of(Scope scope, boolean below, List<Delivery> chosen, UsageRequest request) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        Narrowing only = request.only();
        Query query = new Query(scope, below, chosen.stream().map(Delivery::id).toList(), request);
        if (only == null || !only.by().isInRowsOnly()) {
            return totals(query, "usage_daily", daily(only), values(only));
        }
        breakdowns.gather(query.deliveries());
        if (only.by() == Dimension.TAG && only.value().isEmpty()) {
            return without(
                    totals(query, "usage_daily", "1 = 1", Map.of()),
                    totals(
                            query,
                            "usage_breakdown",
                            "u.dimension = 'TAG' and u.tag = :tag and u.item <> ''",
                            Map.of("tag", only.tag())));
        }
        return totals(
                query,
                "usage_breakdown",
                "u.dimension = :dimension and u.tag = :tag and u.item = :item",
                Map.of("dimension", only.by().name(), "tag", only.tag(), "item", only.value()));
    }

    private static String daily(@Nullable Narrowing only) {
        return only == null
                ? "1 = 1"
                : switch (only.by()) {
                    case DAY -> "u.charge_day = :value";
                    case SUBSCRIPTION -> "u.scope_id = :value";
                    case SERVICE -> "u.service_name = :value";
                    default -> "u.publisher_name <> '' and u.publisher_name not like 'Microsoft%'";
                };
    }

    private static Map<String, Object> values(@Nullable Narrowing only) {
        if (only == null) {
            return Map.of();
        }
        return switch (only.by()) {
            case DAY -> Map.of("value", LocalDate.parse(only.value()));
            case SUBSCRIPTION -> Map.of("value", Long.parseLong(only.value()));
            case SERVICE -> Map.of("value", only.value());
            default -> Map.of();
        };
    }

    private List<Total> totals(Query query, String table, String condition, Map<String, ?> values) {
        UsageRequest request = query.request();
        String below = query.below()
                ? " and u.scope_id in (select a.scope_id from scope_ancestor a where a.ancestor_id = :scope)"
                : "";
        String days = request.period().ofDays() ? " and u.charge_day >= :from and u.charge_day < :to" : "";
        return jdbc.sql("select d.currency, sum(u.row_count) as \"rows\", sum(u."
                        + (request.metric() == Metric.AMORTIZED ? "effective_cost" : "cost") + ") as cost from " + table
                        + " u join usage_delivery d on d.id = u.delivery_id where u.delivery_id in (:deliveries)"
                        + below
                        + days + " and " + condition + " group by d.currency")
                .param("deliveries", query.deliveries())
                .param("scope", query.scope().id())
                .param("from", request.period().from())
                .param("to", request.period().to())
                .params(values)
                .query(Total.class)
                .list();
    }

    private static List<Total> without(List<Total> all, List<Total> some) {
        Map<String, Total> less = new HashMap<>();
        some.forEach(total -> less.put(total.currency(), total));
        return all.stream()
                .map(total -> {
                    Total other = less.getOrDefault(total.currency(), new Total("", 0, BigDecimal.ZERO));
                    return new Total(
                            total.currency(),
                            total.rows() - other.rows(),
                            total.cost().subtract(other.cost()));
                })
                .toList();
    }

    private record Query(Scope scope, boolean below, List<Long> deliveries, UsageRequest request) {}
}
