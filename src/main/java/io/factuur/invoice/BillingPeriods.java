package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.agreement.Agreement;
import io.factuur.agreement.Operation;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The billing periods of an invoiced scope, the latest first, back to the sign-up or the first usage. */
@Service
public class BillingPeriods {

    private final Scopes scopes;
    private final InvoiceReader reader;
    private final JdbcClient jdbc;
    private final Guard guard;

    BillingPeriods(Scopes scopes, InvoiceReader reader, JdbcClient jdbc, Guard guard) {
        this.scopes = scopes;
        this.reader = reader;
        this.jdbc = jdbc;
        this.guard = guard;
    }

    @Transactional(readOnly = true)
    public List<PeriodRow> page(long scopeId, int offset, int limit, Person person) {
        guard.require(Operation.SEE_INVOICES, scopeId, person);
        List<BillingPeriod> all = periods(scopes.get(scopeId, person).scope());
        List<BillingPeriod> shown = all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
        if (shown.isEmpty()) {
            return List.of();
        }
        LocalDate first = shown.getLast().start();
        LocalDate last = shown.getFirst().start();
        Map<LocalDate, List<InvoiceRow>> invoices = invoices(scopeId, first, last, person);
        Map<LocalDate, List<Money>> charges = charges(scopeId, first, last);
        return shown.stream()
                .map(period -> new PeriodRow(
                        period,
                        invoices.getOrDefault(period.start(), List.of()),
                        charges.getOrDefault(period.start(), List.of()),
                        reader.today().isBefore(period.end())))
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(long scopeId, Person person) {
        guard.require(Operation.SEE_INVOICES, scopeId, person);
        return periods(scopes.get(scopeId, person).scope()).size();
    }

    private List<BillingPeriod> periods(Scope scope) {
        Agreement terms = scope.agreement().terms();
        LocalDate first = firstDay(scope);
        List<BillingPeriod> periods = new ArrayList<>();
        BillingPeriod period = terms.periodOf(reader.today(), scope.since());
        while (period.end().isAfter(first)) {
            periods.add(period);
            period = terms.periodOf(period.start().minusDays(1), scope.since());
        }
        return periods;
    }

    private LocalDate firstDay(Scope scope) {
        return jdbc.sql("""
                select min(first_start) as first_day from (
                    select min(period_start) as first_start from usage_delivery
                    where invoiced_scope_id = :scope and state = 'LIVE'
                    union all select min(period_start) from invoice where scope_id = :scope) as firsts
                """)
                .param("scope", scope.id())
                .query((row, number) -> java.util.Optional.ofNullable(row.getObject("first_day", LocalDate.class)))
                .single()
                .filter(day -> day.isBefore(scope.since()))
                .orElse(scope.since());
    }

    private Map<LocalDate, List<InvoiceRow>> invoices(long scopeId, LocalDate first, LocalDate last, Person person) {
        Map<String, Object> parameters = new HashMap<>(Visible.parameters(person));
        parameters.putAll(Map.of("scope", scopeId, "first", first, "last", last));
        return reader.rows("""
                i.scope_id = :scope and i.period_start between :first and :last and i.replaced_by_id is null and\s""" + Visible.OLD + " order by i.id", parameters).stream()
                .collect(Collectors.groupingBy(row -> row.period().start()));
    }

    private Map<LocalDate, List<Money>> charges(long scopeId, LocalDate first, LocalDate last) {
        Map<LocalDate, List<Money>> charges = new HashMap<>();
        jdbc.sql("""
                select period_start, currency, sum(billed_cost) as cost from usage_delivery
                where invoiced_scope_id = :scope and state = 'LIVE' and period_start between :first and :last
                group by period_start, currency order by currency
                """)
                .param("scope", scopeId)
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    charges.computeIfAbsent(row.getObject("period_start", LocalDate.class), none -> new ArrayList<>())
                            .add(new Money(Currency.getInstance(row.getString("currency")), row.getBigDecimal("cost"))
                                    .rounded());
                });
        return charges;
    }
}
