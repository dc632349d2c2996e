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

/** What a period's usage costs, summed exactly from the daily sums of the deliveries that are live. */
@Service
public class Charges {

    private static final String DELIVERIES = """
            select min(id) as first_id, max(id) as last_id from usage_delivery
            where state = 'LIVE' and period_start >= :from and period_start < :to
            and invoiced_scope_id between :first and :last
            """;

    /**
     * The daily sums are added up first: what they are called is looked up for a line, not for each day. The ranges say
     * nothing new, but without them PostgreSQL reads all that there is for each few hundred scopes.
     */
    private static final String SUMS = """
            select t.invoiced_scope_id, t.currency, section.id as section_id,
                   coalesce(section.name, invoiced.name) as section_name, t.service_name, t.service_category,
                   t.charge_category, t.publisher_name, sum(t.row_count) as "rows", sum(t.cost) as cost
            from (select d.invoiced_scope_id, d.currency, u.scope_id, u.service_name, u.service_category,
                         u.charge_category, u.publisher_name, sum(u.row_count) as row_count, sum(u.cost) as cost
                  from usage_delivery d join scope_ancestor under
                  on under.scope_id = d.invoiced_scope_id and under.ancestor_id = :account
                  join usage_daily u on u.delivery_id = d.id and u.delivery_id between :firstDelivery and :lastDelivery
                  where d.state = 'LIVE' and d.period_start >= :from and d.period_start < :to
                  and d.invoiced_scope_id between :first and :last
                  group by d.invoiced_scope_id, d.currency, u.scope_id, u.service_name, u.service_category,
                           u.charge_category, u.publisher_name) t
            left join scope invoiced on invoiced.id = t.invoiced_scope_id and invoiced.id between :first and :last
            left join scope_ancestor way on way.scope_id = t.scope_id and way.ancestor_id = t.invoiced_scope_id
                and way.ancestor_id between :first and :last
            left join scope_ancestor step on step.scope_id = t.scope_id and step.distance = way.distance - 1
            left join scope section on section.id = step.ancestor_id
            group by t.invoiced_scope_id, t.currency, section.id, coalesce(section.name, invoiced.name),
                     t.service_name, t.service_category, t.charge_category, t.publisher_name
            order by t.invoiced_scope_id, t.currency, section_name, section.id, t.service_name, t.charge_category,
                     t.publisher_name, t.service_category
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
        return read(invoicedScopeId, invoicedScopeId, invoicedScopeId, periodStart, periodStart.plusDays(1));
    }

    /**
     * The same for many invoiced scopes below an account at once: those with IDs from first to last, for periods that
     * start in {@code [from, to)}. Ordered by invoiced scope. For the billing run.
     */
    @Transactional(readOnly = true)
    public List<Charge> inBulk(
            long accountScopeId, long firstScopeId, long lastScopeId, LocalDate from, LocalDate to, Person person) {
        guard.requireOperator("charges.read", person);
        return read(accountScopeId, firstScopeId, lastScopeId, from, to);
    }

    private List<Charge> read(long account, long firstScope, long lastScope, LocalDate from, LocalDate to) {
        Map<String, Object> asked = Map.of("first", firstScope, "last", lastScope, "from", from, "to", to);
        Deliveries deliveries =
                jdbc.sql(DELIVERIES).params(asked).query(Deliveries.class).single();
        return deliveries.firstId() == null
                ? List.of()
                : jdbc.sql(SUMS)
                        .params(asked)
                        .param("account", account)
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
