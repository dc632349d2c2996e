package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a period's usage costs, summed exactly from the daily sums of the deliveries that are live. */
@Service
public class Charges {

    /** The daily sums are added up first: what they are called is looked up for a line, not for each day. */
    private static final String SUMS = """
            select t.invoiced_scope_id, t.currency, section.id as section_id,
                   coalesce(section.name, invoiced.name) as section_name, t.service_name, t.service_category,
                   t.charge_category, t.publisher_name, sum(t.row_count) as "rows", sum(t.cost) as cost
            from (select d.invoiced_scope_id, d.currency, u.scope_id, u.service_name, u.service_category,
                         u.charge_category, u.publisher_name, sum(u.row_count) as row_count, sum(u.cost) as cost
                  from usage_delivery d join usage_daily u on u.delivery_id = d.id
                  where d.state = 'LIVE' and d.period_start >= :from and d.period_start < :to and %s
                  group by d.invoiced_scope_id, d.currency, u.scope_id, u.service_name, u.service_category,
                           u.charge_category, u.publisher_name) t
            left join scope invoiced on invoiced.id = t.invoiced_scope_id
            left join scope_ancestor way on way.scope_id = t.scope_id and way.ancestor_id = t.invoiced_scope_id
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
        return jdbc.sql(SUMS.formatted("d.invoiced_scope_id = :scope"))
                .param("scope", invoicedScopeId)
                .param("from", periodStart)
                .param("to", periodStart.plusDays(1))
                .query(Charge.class)
                .list();
    }

    /**
     * The same for many invoiced scopes below an account at once: those with IDs from first to last, for periods that
     * start in {@code [from, to)}. Ordered by invoiced scope. For the billing run.
     */
    @Transactional(readOnly = true)
    public List<Charge> inBulk(
            long accountScopeId, long firstScopeId, long lastScopeId, LocalDate from, LocalDate to, Person person) {
        guard.requireOperator("charges.read", person);
        return jdbc.sql(SUMS.formatted("""
                        d.invoiced_scope_id between :first and :last and exists
                        (select 1 from scope_ancestor under
                         where under.scope_id = d.invoiced_scope_id and under.ancestor_id = :account)"""))
                .param("account", accountScopeId)
                .param("first", firstScopeId)
                .param("last", lastScopeId)
                .param("from", from)
                .param("to", to)
                .query(Charge.class)
                .list();
    }
}
