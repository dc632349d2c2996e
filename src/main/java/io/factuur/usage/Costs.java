package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a scope and all below it has cost, by the day the usage was charged for: what overviews show. */
@Service
public class Costs {

    private static final String FROM = """
             from scope_ancestor below
            join usage_daily u on u.scope_id = below.scope_id
            join usage_delivery d on d.id = u.delivery_id and d.state = 'LIVE'
            where below.ancestor_id = :scope and u.charge_day >= :from and u.charge_day < :to
            """;

    private final JdbcClient jdbc;
    private final Guard guard;

    Costs(JdbcClient jdbc, Guard guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    /** What the days in {@code [from, to)} cost, in each currency that occurs. */
    @Transactional(readOnly = true)
    public List<Money> between(long scopeId, LocalDate from, LocalDate to, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        return sums(
                        "select d.currency, sum(u.cost) as cost" + FROM + " group by d.currency order by d.currency",
                        from,
                        to)
                .param("scope", scopeId)
                .query(Costs::money)
                .list();
    }

    /** What each calendar month cost, from one to another, both included; months without usage are left out. */
    @Transactional(readOnly = true)
    public List<MonthCost> byMonth(long scopeId, YearMonth first, YearMonth last, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        return sums("""
                        select extract(year from u.charge_day) as charge_year,
                        extract(month from u.charge_day) as charge_month, d.currency, sum(u.cost) as cost
                        """ + FROM + """
                        group by extract(year from u.charge_day), extract(month from u.charge_day), d.currency
                        order by charge_year, charge_month, d.currency
                        """, first.atDay(1), last.plusMonths(1).atDay(1))
                .param("scope", scopeId)
                .query((row, number) -> new MonthCost(
                        YearMonth.of(row.getInt("charge_year"), row.getInt("charge_month")), money(row, number)))
                .list();
    }

    /** The services that cost most on the days in {@code [from, to)}. */
    @Transactional(readOnly = true)
    public List<ServiceCost> byService(long scopeId, LocalDate from, LocalDate to, int most, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        return sums(
                        "select u.service_name, d.currency, sum(u.cost) as cost" + FROM
                                + " group by u.service_name, d.currency"
                                + " order by cost desc, u.service_name fetch first :most rows only",
                        from,
                        to)
                .param("scope", scopeId)
                .param("most", most)
                .query((row, number) -> new ServiceCost(row.getString("service_name"), money(row, number)))
                .list();
    }

    /** The last day before {@code to} that usage has come in for. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDay(long scopeId, LocalDate from, LocalDate to, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        return sums("select max(u.charge_day)" + FROM, from, to)
                .param("scope", scopeId)
                .query(LocalDate.class)
                .optional();
    }

    /** When the latest of what is live of a scope came in. */
    @Transactional(readOnly = true)
    public Optional<Instant> deliveredAt(long scopeId, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        return jdbc.sql("""
                        select max(i.finished_at) from scope_ancestor below
                        join usage_delivery d on d.invoiced_scope_id = below.scope_id and d.state = 'LIVE'
                        join usage_import i on i.id = d.import_id where below.ancestor_id = :scope
                        """)
                .param("scope", scopeId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** What each of the days in {@code [from, to)} cost in a currency; days without usage are left out. */
    @Transactional(readOnly = true)
    public Map<LocalDate, BigDecimal> byDay(
            long scopeId, Currency currency, LocalDate from, LocalDate to, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        sums(
                        "select u.charge_day, sum(u.cost) as cost" + FROM
                                + " and d.currency = :currency group by u.charge_day",
                        from,
                        to)
                .param("scope", scopeId)
                .param("currency", currency.getCurrencyCode())
                .query(row -> {
                    days.put(row.getObject("charge_day", LocalDate.class), row.getBigDecimal("cost"));
                });
        return days;
    }

    private JdbcClient.StatementSpec sums(String sql, LocalDate from, LocalDate to) {
        return jdbc.sql(sql).param("from", from).param("to", to);
    }

    private static Money money(ResultSet row, int number) throws SQLException {
        return new Money(Currency.getInstance(row.getString("currency")), row.getBigDecimal("cost"));
    }

    /** A calendar month's cost in one currency. */
    public record MonthCost(YearMonth month, Money cost) {}

    /** A service's cost in one currency. */
    public record ServiceCost(String service, Money cost) {}
}
