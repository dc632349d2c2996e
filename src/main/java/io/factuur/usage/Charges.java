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

    private static final String SUMS = """
            select d.invoiced_scope_id, d.currency, section.id as section_id,
                   coalesce(section.name, invoiced.name) as section_name, u.service_name, u.service_category,
                   u.charge_category, u.publisher_name, sum(u.row_count) as "rows", sum(u.cost) as cost
            from usage_delivery d
            join usage_daily u on u.delivery_id = d.id
            join scope invoiced on invoiced.id = d.invoiced_scope_id
            left join scope_ancestor way on way.scope_id = u.scope_id and way.ancestor_id = d.invoiced_scope_id
            left join scope_ancestor step on step.scope_id = u.scope_id and step.distance = way.distance - 1
            left join scope section on section.id = step.ancestor_id
            where d.state = 'LIVE' and d.period_start >= :from and d.period_start < :to and %s
            group by d.invoiced_scope_id, d.currency, section.id, coalesce(section.name, invoiced.name),
                     u.service_name, u.service_category, u.charge_category, u.publisher_name
            order by d.invoiced_scope_id, d.currency, section_name, section.id, u.service_name, u.charge_category,
                     u.publisher_name, u.service_category
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
