package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.security.Person;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Periods that are over and have usage, but no invoice yet: what a billing run is still to do. */
@Service
public class PeriodsToClose {

    /** Deliveries that are looked at: a few files of many accounts, or a year of one. */
    private static final int LATELY = 500;

    private final JdbcClient jdbc;
    private final InvoiceReader reader;
    private final Guard guard;

    PeriodsToClose(JdbcClient jdbc, InvoiceReader reader, Guard guard) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.guard = guard;
    }

    /**
     * An account with usage that waits for its invoice.
     *
     * @param since the first day of the oldest such period
     */
    public record ToClose(String accountName, int periods, LocalDate since) {}

    /** A month of an account that has come in lately and waits for its invoices. */
    public record Waiting(String accountName, String accountExternalId, YearMonth month) {}

    /** Whether this portal has issued an invoice yet. */
    @Transactional(readOnly = true)
    public boolean anyIssued(Person person) {
        guard.requireOperator("invoice.any", person);
        return !jdbc.sql("select id from invoice fetch first 1 row only")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** By account, the oldest first; the last year only. */
    @Transactional(readOnly = true)
    public List<ToClose> list(int most, Person person) {
        guard.requireOperator("billing-run.open-periods", person);
        LocalDate today = reader.today();
        return jdbc.sql("""
            select account.name as account_name, count(distinct d.period_start) as periods,
            min(d.period_start) as since
            from usage_delivery d join scope s on s.id = d.invoiced_scope_id join scope account on account.id = s.root_id
            left join closed_period c on c.scope_id = d.invoiced_scope_id and c.period_start = d.period_start
            where d.state = 'LIVE' and not d.amortized and d.period_end <= :today and d.period_start >= :since
            and c.scope_id is null
            group by account.id, account.name order by since, account.name fetch first :most rows only
            """)
                .param("today", today)
                .param("since", today.minusYears(1))
                .param("most", most)
                .query(ToClose.class)
                .list();
    }

    /** Of the usage that came in last, however old the month; the earliest month first. */
    @Transactional(readOnly = true)
    public List<Waiting> lately(int most, Person person) {
        guard.requireOperator("billing-run.open-periods", person);
        return jdbc
                .sql("""
            select account.name as account_name, account.external_id, d.period_start
            from (select invoiced_scope_id, period_start from usage_delivery
            where state = 'LIVE' and not amortized and period_end <= :today
            order by id desc fetch first %d rows only) d
            join scope s on s.id = d.invoiced_scope_id join scope account on account.id = s.root_id
            left join closed_period c on c.scope_id = d.invoiced_scope_id and c.period_start = d.period_start
            where c.scope_id is null
            """.formatted(LATELY))
                .param("today", reader.today())
                .query((row, at) -> new Waiting(
                        row.getString("account_name"),
                        row.getString("external_id"),
                        YearMonth.from(row.getObject("period_start", LocalDate.class))))
                .list()
                .stream()
                .distinct()
                .sorted(Comparator.comparing(Waiting::month).thenComparing(Waiting::accountName))
                .limit(most)
                .toList();
    }
}
