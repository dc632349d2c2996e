package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.usage.out.Breakdowns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Explains charges: what a scope and all below it cost, told apart and compared with the time before. */
@Service
public class CostAnalysis {

    /** So many rows are read while somebody waits; more are read in the background. */
    private static final long AT_ONCE = 300_000;

    private static final String FROM = """
             from scope_ancestor below
            join %s u on u.scope_id = below.scope_id
            join usage_delivery d on d.id = u.delivery_id and d.state = 'LIVE'
            where below.ancestor_id = :scope and u.charge_day >= :before and u.charge_day < :to
            """;

    private static final String SUMS = """
            sum(case when u.charge_day >= :from then u.cost else 0 end) as cost,
            sum(case when u.charge_day < :from then u.cost else 0 end) as cost_before
            """;

    private final JdbcClient jdbc;
    private final Guard guard;
    private final Breakdowns breakdowns;
    private final Costs costs;

    CostAnalysis(JdbcClient jdbc, Guard guard, Breakdowns breakdowns, Costs costs) {
        this.costs = costs;
        this.jdbc = jdbc;
        this.guard = guard;
        this.breakdowns = breakdowns;
    }

    /**
     * What a span cost by a dimension: days in their order, all others the most expensive first.
     *
     * @param tag the key, by tag; else empty
     * @throws Problem conflict, while the rows of a large delivery are still being added up
     */
    public List<CostSlice> by(Dimension dimension, String tag, long scopeId, CostSpan span, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        if (dimension.isInRowsOnly()) {
            gather(scopeId, span);
        }
        return switch (dimension) {
            case DAY -> byDay(scopeId, span);
            case SERVICE -> sums(scopeId, span, "usage_daily", "u.service_name", "1 = 1", Map.of());
            case SUBSCRIPTION ->
                named(sums(scopeId, span, "usage_daily", "cast(u.scope_id as varchar)", "1 = 1", Map.of()));
            case MARKETPLACE ->
                sums(
                        scopeId,
                        span,
                        "usage_daily",
                        "u.publisher_name",
                        "u.publisher_name <> '' and u.publisher_name not like 'Microsoft%'",
                        Map.of());
            case REGION, RESOURCE_GROUP ->
                sums(
                        scopeId,
                        span,
                        "usage_breakdown",
                        "u.item",
                        "u.dimension = :dimension",
                        Map.of("dimension", dimension.name()));
            case TAG -> byTag(scopeId, span, tag);
        };
    }

    /** The tags that occur in a span. */
    public List<String> tags(long scopeId, CostSpan span, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        gather(scopeId, span);
        return query(
                        scopeId,
                        span,
                        "select distinct u.tag" + FROM.formatted("usage_breakdown")
                                + " and u.dimension = 'TAG' and u.charge_day >= :from order by u.tag")
                .query(String.class)
                .list();
    }

    /** What a month will probably come to; empty where it is over or too little is known. */
    public Optional<CostForecast> forecast(long scopeId, Currency currency, YearMonth month, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        Map<LocalDate, BigDecimal> days = costs.byDay(
                scopeId,
                currency,
                month.atDay(1).minusDays(CostForecast.LOOKS_BACK),
                month.plusMonths(1).atDay(1),
                person);
        return CostForecast.of(currency, month, days);
    }

    private void gather(long scopeId, CostSpan span) {
        List<Long> deliveries = query(scopeId, span, "select distinct d.id" + FROM.formatted("usage_daily"))
                .query(Long.class)
                .list();
        if (breakdowns.missingRows(deliveries) > AT_ONCE) {
            breakdowns.gatherLater(deliveries);
            throw Problem.conflict("problem.costs.gathering");
        }
        breakdowns.gather(deliveries);
    }

    private List<CostSlice> byDay(long scopeId, CostSpan span) {
        CostSpan before = span.before();
        Map<String, Map<LocalDate, BigDecimal>> byCurrency = new LinkedHashMap<>();
        query(
                        scopeId,
                        span,
                        "select u.charge_day, d.currency, sum(u.cost) as cost" + FROM.formatted("usage_daily")
                                + " group by u.charge_day, d.currency order by d.currency, u.charge_day")
                .query(row -> {
                    byCurrency
                            .computeIfAbsent(row.getString("currency"), none -> new LinkedHashMap<>())
                            .put(row.getObject("charge_day", LocalDate.class), row.getBigDecimal("cost"));
                });
        List<CostSlice> days = new ArrayList<>();
        byCurrency.forEach((currency, costs) -> {
            for (LocalDate day = span.from(); day.isBefore(span.to()); day = day.plusDays(1)) {
                LocalDate other = before.from().plusDays(ChronoUnit.DAYS.between(span.from(), day));
                BigDecimal was =
                        other.isBefore(span.from()) ? costs.getOrDefault(other, BigDecimal.ZERO) : BigDecimal.ZERO;
                days.add(new CostSlice(
                        day.toString(), day.toString(), currency, costs.getOrDefault(day, BigDecimal.ZERO), was));
            }
        });
        return days;
    }

    private List<CostSlice> byTag(long scopeId, CostSpan span, String tag) {
        List<CostSlice> slices = new ArrayList<>(sums(
                scopeId,
                span,
                "usage_breakdown",
                "u.item",
                "u.dimension = 'TAG' and u.tag = :tag and u.item <> ''",
                Map.of("tag", tag)));
        for (CostSlice all : sums(scopeId, span, "usage_daily", "''", "1 = 1", Map.of())) {
            BigDecimal cost = all.cost();
            BigDecimal before = all.before();
            for (CostSlice slice : slices) {
                if (slice.currency().equals(all.currency()) && !slice.item().isEmpty()) {
                    cost = cost.subtract(slice.cost());
                    before = before.subtract(slice.before());
                }
            }
            if (cost.signum() != 0 || before.signum() != 0) {
                slices.add(new CostSlice("", "", all.currency(), cost, before));
            }
        }
        return slices;
    }

    private List<CostSlice> sums(
            long scopeId, CostSpan span, String table, String item, String condition, Map<String, String> values) {
        String group = item.equals("''") ? "d.currency" : item + ", d.currency";
        return query(
                        scopeId,
                        span,
                        "select " + item + " as item, d.currency, " + SUMS + FROM.formatted(table) + " and " + condition
                                + " group by " + group)
                .params(values)
                .query((row, number) -> new CostSlice(
                        row.getString("item"),
                        row.getString("item"),
                        row.getString("currency"),
                        row.getBigDecimal("cost"),
                        row.getBigDecimal("cost_before")))
                .stream()
                .sorted(Comparator.comparing(CostSlice::currency)
                        .thenComparing(CostSlice::cost, Comparator.reverseOrder())
                        .thenComparing(CostSlice::item))
                .toList();
    }

    private List<CostSlice> named(List<CostSlice> slices) {
        List<Long> ids =
                slices.stream().map(slice -> Long.parseLong(slice.item())).toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from scope where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(row.getString("id"), row.getString("name"));
                    });
        }
        return slices.stream()
                .map(slice -> new CostSlice(
                        slice.item(),
                        names.getOrDefault(slice.item(), slice.item()),
                        slice.currency(),
                        slice.cost(),
                        slice.before()))
                .toList();
    }

    private JdbcClient.StatementSpec query(long scopeId, CostSpan span, String sql) {
        return jdbc.sql(sql)
                .param("scope", scopeId)
                .param("before", span.before().from())
                .param("from", span.from())
                .param("to", span.to());
    }
}
