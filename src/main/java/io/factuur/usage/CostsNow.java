package io.factuur.usage;

import io.factuur.access.AccessFilter;
import io.factuur.access.Reach;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What this month costs, of all scopes whose costs a person may see, in each currency. Day by day for whoever has a few
 * hundred scopes; whoever has more gets the sums of the deliveries, which are as quick to read for many thousands.
 */
@Service
public class CostsNow {

    private static final int DAY_BY_DAY = 300;

    private final JdbcClient jdbc;
    private final Reach reach;
    private final Clock clock;

    CostsNow(JdbcClient jdbc, Reach reach, Clock clock) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * A currency's month so far.
     *
     * @param days what each day with usage has cost, from the first of last month; empty where only the sums are known
     * @param scopes the invoiced scopes it comes from, the dearest first; empty where only the sums are known
     * @param sameDays what the same days of last month cost, up to the last one with usage; null where only sums are known
     */
    public record Now(
            YearMonth month,
            Money soFar,
            @Nullable Money sameDays,
            Money lastMonth,
            Optional<CostForecast> forecast,
            Map<LocalDate, BigDecimal> days,
            List<AtScope> scopes) {}

    /** What an invoiced scope's part of a month so far is. */
    public record AtScope(long scopeId, String scopeName, Money soFar) {}

    /** The current calendar month, in UTC; where there is a billing period instead, the one that runs. */
    @Transactional(readOnly = true)
    public List<Now> list(Person person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<Set<Long>> own = reach.within(DAY_BY_DAY, person);
        AccessFilter mine = AccessFilter.of(Operation.SEE_COSTS, person);
        if (own.isEmpty()) {
            return sums(today, mine);
        }
        List<Long> scopes = own.get().isEmpty()
                ? List.of()
                : jdbc.sql("select s.id from scope s where s.id in (:own) and " + mine.onEach("s"))
                        .param("own", own.get())
                        .params(mine.parameters())
                        .query(Long.class)
                        .list();
        return scopes.isEmpty() ? List.of() : dayByDay(scopes, today);
    }

    private List<Now> dayByDay(List<Long> scopes, LocalDate today) {
        YearMonth month = YearMonth.from(today);
        Map<Currency, Map<LocalDate, BigDecimal>> days = new HashMap<>();
        jdbc.sql("""
            select d.currency, u.charge_day, sum(u.cost) as cost from usage_daily u
            join usage_delivery d on d.id = u.delivery_id and d.state = 'LIVE'
            where u.scope_id in (:scopes) and u.charge_day >= :from and u.charge_day <= :today
            group by d.currency, u.charge_day
            """)
                .param("scopes", scopes)
                .param("from", earlier(month.minusMonths(1).atDay(1), today.minusDays(CostForecast.LOOKS_BACK)))
                .param("today", today)
                .query(row -> {
                    days.computeIfAbsent(Currency.getInstance(row.getString("currency")), none -> new TreeMap<>())
                            .put(row.getObject("charge_day", LocalDate.class), row.getBigDecimal("cost"));
                });
        List<AtScope> parts = byScope(scopes, month, today);
        return days.keySet().stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .map(currency -> now(
                        currency,
                        month,
                        days.getOrDefault(currency, Map.of()),
                        parts.stream()
                                .filter(part -> part.soFar().currency().equals(currency))
                                .toList()))
                .toList();
    }

    private List<AtScope> byScope(List<Long> scopes, YearMonth month, LocalDate today) {
        return jdbc.sql("""
            select s.id, s.name, d.currency, sum(u.cost) as cost from usage_daily u
            join usage_delivery d on d.id = u.delivery_id and d.state = 'LIVE'
            join scope s on s.id = d.invoiced_scope_id
            where u.scope_id in (:scopes) and s.id in (:scopes) and u.charge_day >= :from and u.charge_day <= :today
            group by s.id, s.name, d.currency order by cost desc, s.id
            """)
                .param("scopes", scopes)
                .param("from", month.atDay(1))
                .param("today", today)
                .query((row, number) -> new AtScope(
                        row.getLong("id"),
                        row.getString("name"),
                        new Money(Currency.getInstance(row.getString("currency")), row.getBigDecimal("cost"))))
                .list();
    }

    private static Now now(Currency currency, YearMonth month, Map<LocalDate, BigDecimal> days, List<AtScope> scopes) {
        LocalDate last = days.keySet().stream().max(LocalDate::compareTo).orElse(month.atDay(1));
        LocalDate first = month.minusMonths(1).atDay(1);
        LocalDate same = first.plusDays(last.isBefore(month.atDay(1)) ? 0 : last.getDayOfMonth());
        LocalDate sameEnd = earlier(same, month.atDay(1));
        return new Now(
                month,
                sum(currency, days, month.atDay(1), month.plusMonths(1).atDay(1)),
                sum(currency, days, first, sameEnd),
                sum(currency, days, first, month.atDay(1)),
                last.isBefore(month.atDay(1)) ? Optional.empty() : CostForecast.of(currency, month, days),
                days,
                scopes);
    }

    private static Money sum(Currency currency, Map<LocalDate, BigDecimal> days, LocalDate from, LocalDate to) {
        return new Money(
                currency,
                days.entrySet().stream()
                        .filter(day ->
                                !day.getKey().isBefore(from) && day.getKey().isBefore(to))
                        .map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private List<Now> sums(LocalDate today, AccessFilter mine) {
        return jdbc.sql("""
            select d.currency, sum(case when d.period_end > :today then d.billed_cost else 0 end) as so_far,
            sum(case when d.period_end > :today then 0 else d.billed_cost end) as last_month
            from usage_delivery d join scope s on s.id = d.invoiced_scope_id
            where d.state = 'LIVE' and not d.amortized and d.period_start <= :today and d.period_end > :before
            and %s group by d.currency order by d.currency
            """.formatted(mine.on("s")))
                .params(mine.parameters())
                .param("today", today)
                .param("before", today.minusMonths(1))
                .query((row, number) -> {
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    return new Now(
                            YearMonth.from(today),
                            new Money(currency, row.getBigDecimal("so_far")),
                            null,
                            new Money(currency, row.getBigDecimal("last_month")),
                            Optional.empty(),
                            Map.of(),
                            List.of());
                })
                .list();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
