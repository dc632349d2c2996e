package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import io.factuur.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a period's usage costs, summed exactly from the sums of the deliveries that are live. */
@Service
public class Charges {

    /** The offset keeps PostgreSQL from looking for the least and the largest along all deliveries there are. */
    private static final String DELIVERIES = """
            select min(id) as first_id, max(id) as last_id from (
                select id from usage_delivery
                where state = 'LIVE' and period_start >= :from and period_start < :to
                and invoiced_scope_id in (:scopes) offset 0 rows) theirs
            """;

    /**
     * The sums are added up first: what they are called is looked up for a line, not for each of them, and by key, so
     * that a thousand scopes cost the same among few and among a million. The range says nothing new, but
     * without it PostgreSQL reads all that there is for each thousand.
     */
    private static final String SUMS = """
            select s.invoiced_scope_id, s.currency, s.section_id,
                   coalesce((select section.name from scope section where section.id = s.section_id), s.invoiced_name)
                       as section_name,
                   s.service_name, s.service_category, s.charge_category, s.publisher_name, s."rows", s.cost
            from (select t.invoiced_scope_id, t.currency, t.section_id, t.service_name, t.service_category,
                         t.charge_category, t.publisher_name, max(t.invoiced_name) as invoiced_name,
                         sum(t.row_count) as "rows", sum(t.cost) as cost
                  from (select u.*, case when u.scope_id <> u.invoiced_scope_id then (
                                   select step.ancestor_id from scope_ancestor way join scope_ancestor step
                                   on step.scope_id = way.scope_id and step.distance = way.distance - 1
                                   where way.scope_id = u.scope_id and way.ancestor_id = u.invoiced_scope_id)
                               end as section_id
                        from (select d.invoiced_scope_id, d.currency, u.scope_id, u.service_name, u.service_category,
                                     u.charge_category, u.publisher_name, max(invoiced.name) as invoiced_name,
                                     sum(u.row_count) as row_count, sum(u.cost) as cost
                              from usage_delivery d join scope invoiced on invoiced.id = d.invoiced_scope_id
                              join usage_sum u
                              on u.delivery_id = d.id and u.delivery_id between :firstDelivery and :lastDelivery
                              where d.state = 'LIVE' and d.period_start >= :from and d.period_start < :to
                              and d.invoiced_scope_id in (:scopes)
                              group by d.invoiced_scope_id, d.currency, u.scope_id, u.service_name, u.service_category,
                                       u.charge_category, u.publisher_name) u) t
                  group by t.invoiced_scope_id, t.currency, t.section_id, t.service_name, t.service_category,
                           t.charge_category, t.publisher_name) s
            order by s.invoiced_scope_id, s.currency, section_name, s.section_id, s.service_name, s.charge_category,
                     s.publisher_name, s.service_category
            """;

    private final JdbcClient jdbc;
    private final Guard guard;

    Charges(JdbcClient jdbc, Guard guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    /** The charges of an invoiced scope in the period that starts on a day, by currency, section and service. */
    @Transactional(readOnly = true)
    public List<Charge> of(long invoicedScopeId, LocalDate periodStart, Person person) {
        guard.require(Operation.SEE_COSTS, invoicedScopeId, person);
        return read(List.of(invoicedScopeId), periodStart, periodStart.plusDays(1));
    }

    /**
     * The same for a thousand invoiced scopes at once, for periods that start in {@code [from, to)}. Ordered by
     * invoiced scope. For the billing run.
     */
    @Transactional(readOnly = true)
    public List<Charge> inBulk(List<Long> invoicedScopeIds, LocalDate from, LocalDate to, Person person) {
        guard.requireOperator("charges.read", person);
        return read(invoicedScopeIds, from, to);
    }

    private List<Charge> read(List<Long> scopes, LocalDate from, LocalDate to) {
        Map<String, Object> asked = Map.of("scopes", scopes, "from", from, "to", to);
        Deliveries deliveries =
                jdbc.sql(DELIVERIES).params(asked).query(Deliveries.class).single();
        return deliveries.firstId() == null
                ? List.of()
                : jdbc.sql(SUMS)
                        .params(asked)
                        .param("firstDelivery", deliveries.firstId())
                        .param("lastDelivery", deliveries.lastId())
                        .query(Charges::charge)
                        .list();
    }

    private static Charge charge(ResultSet row, int number) throws SQLException {
        Columns next = new Columns(row);
        return new Charge(
                next.number(),
                next.text(),
                next.numberOrNull(),
                next.text(),
                next.text(),
                next.text(),
                next.text(),
                next.text(),
                next.number(),
                next.decimal());
    }

    private record Deliveries(
            @Nullable Long firstId, @Nullable Long lastId) {}
}
