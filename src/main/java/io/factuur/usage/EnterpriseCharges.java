package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.usage.Prepayments.Month;
import io.factuur.usage.out.BalanceBuilder;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Usage + charges" of an Enterprise Agreement: an enrollment's billing periods, or a department's or account's own part of
 * them, taken apart the way its invoices are.
 */
@Service
public class EnterpriseCharges {

    private static final String PERIODS =
            """
            select d.period_start, d.currency,
                sum(case when u.charge_category = 'Credit' or %1$s or u.charge_category = 'Purchase' then 0 else u.cost end)
                    as azure,
                sum(case when u.charge_category = 'Purchase' and not (%1$s) then u.cost else 0 end) as separately,
                sum(case when u.charge_category <> 'Credit' and %1$s then u.cost else 0 end) as marketplace,
                -sum(case when u.charge_category = 'Credit' then u.cost else 0 end) as credits
            from scope_ancestor below
            join usage_daily u on u.scope_id = below.scope_id
            join usage_delivery d on d.id = u.delivery_id and d.state = 'LIVE'
            where below.ancestor_id = :scope and d.period_start >= :from and d.period_start < :to
            group by d.period_start, d.currency order by d.period_start desc, d.currency
            """.formatted("(u.publisher_name <> '' and u.publisher_name not like 'Microsoft%')");

    private final JdbcClient jdbc;
    private final Guard guard;
    private final Scopes scopes;
    private final BalanceBuilder balances;
    private final ObjectProvider<Prepayments> prepayments;
    private final AuditLog audit;

    EnterpriseCharges(
            JdbcClient jdbc,
            Guard guard,
            Scopes scopes,
            BalanceBuilder balances,
            ObjectProvider<Prepayments> prepayments,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.scopes = scopes;
        this.balances = balances;
        this.prepayments = prepayments;
        this.audit = audit;
    }

    /** The periods that start in {@code [from, to)} and have usage, the newest first; one for each currency. */
    @Transactional(readOnly = true)
    public List<MonthCharges> byPeriod(long scopeId, LocalDate from, LocalDate to, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        return read(scopeId, from, to);
    }

    /** "Balance and summary" of a period as a file. */
    @Transactional
    public UsageFile openBalance(PriceRequest request, Person person) {
        UsageFile file = lookAtBalance(request, person);
        audit.record(AuditEvent.done(person.username(), "balance.download", request.scopeId(), file.name())
                .with("period", request.period().code()));
        return file;
    }

    /** The same for whoever only wants to know what it would be, or prepares it for later. */
    @Transactional
    public UsageFile lookAtBalance(PriceRequest request, Person person) {
        guard.require(Operation.DOWNLOAD_PRICES, request.scopeId(), person);
        return balances.build(
                scopes.get(request.scopeId(), person).scope(),
                request,
                read(
                        request.scopeId(),
                        request.period().from(),
                        request.period().to()));
    }

    private List<MonthCharges> read(long scopeId, LocalDate from, LocalDate to) {
        Map<Paid, Month> paid = prepaid(scopeId, from, to);
        return jdbc.sql(PERIODS)
                .param("scope", scopeId)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> {
                    LocalDate start = row.getObject("period_start", LocalDate.class);
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    return new MonthCharges(
                            start,
                            currency,
                            row.getBigDecimal("azure"),
                            row.getBigDecimal("separately"),
                            row.getBigDecimal("marketplace"),
                            row.getBigDecimal("credits"),
                            paid.getOrDefault(new Paid(start, currency), Month.none(start, currency)));
                })
                .list();
    }

    private record Paid(LocalDate start, Currency currency) {}

    private Map<Paid, Month> prepaid(long scopeId, LocalDate from, LocalDate to) {
        return prepayments.stream()
                .flatMap(source -> source.of(scopeId, from, to).stream())
                .collect(Collectors.toMap(month -> new Paid(month.start(), month.currency()), Function.identity()));
    }
}
