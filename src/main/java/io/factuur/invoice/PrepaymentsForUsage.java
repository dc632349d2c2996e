package io.factuur.invoice;

import io.factuur.shared.Money;
import io.factuur.usage.Prepayments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells "Usage + charges" what credits paid of each month, and what credit notes gave back. */
@Component
class PrepaymentsForUsage implements Prepayments {

    private final CreditBalances balances;
    private final CreditEntries entries;
    private final Candidates candidates;
    private final JdbcClient jdbc;

    PrepaymentsForUsage(CreditBalances balances, CreditEntries entries, Candidates candidates, JdbcClient jdbc) {
        this.balances = balances;
        this.entries = entries;
        this.candidates = candidates;
        this.jdbc = jdbc;
    }

    @Override
    public List<Month> of(long invoicedScopeId, LocalDate from, LocalDate to) {
        return candidates
                .find(invoicedScopeId)
                .map(scope -> months(scope.id(), Currency.getInstance(scope.currency()), from, to))
                .orElse(List.of());
    }

    private List<Month> months(long scopeId, Currency currency, LocalDate from, LocalDate to) {
        Map<LocalDate, CreditMonth> credits = new HashMap<>();
        balances.read(scopeId, currency)
                .forEach(month -> credits.put(month.month().atDay(1), month));
        Map<LocalDate, BigDecimal> refunds = refunds(scopeId, currency);
        Set<LocalDate> withoutInvoice = withoutInvoice(scopeId, currency);
        YearMonth closed = entries.closedThrough(scopeId);
        TreeSet<LocalDate> known = new TreeSet<>(credits.keySet());
        known.addAll(refunds.keySet());
        known.addAll(withoutInvoice);
        BigDecimal zero = BigDecimal.ZERO.setScale(Money.minorDigits(currency));
        List<Month> months = new ArrayList<>();
        for (LocalDate start : known.subSet(from, to)) {
            CreditMonth month =
                    credits.getOrDefault(start, new CreditMonth(YearMonth.from(start), zero, zero, zero, zero, zero));
            months.add(new Month(
                    start,
                    currency,
                    month.starting(),
                    month.given(),
                    month.adjusted(),
                    month.applied(),
                    month.ending(),
                    refunds.getOrDefault(start, zero),
                    closed != null && !month.month().isAfter(closed),
                    withoutInvoice.contains(start)));
        }
        return months;
    }

    private Set<LocalDate> withoutInvoice(long scopeId, Currency currency) {
        return jdbc.sql("""
                select c.period_start from closed_period c where c.scope_id = :scope and not exists
                (select 1 from invoice i where i.scope_id = c.scope_id and i.period_start = c.period_start
                 and i.currency = :currency)
                """)
                .param("scope", scopeId)
                .param("currency", currency.getCurrencyCode())
                .query(LocalDate.class)
                .set();
    }

    private Map<LocalDate, BigDecimal> refunds(long scopeId, Currency currency) {
        Map<LocalDate, BigDecimal> refunds = new HashMap<>();
        jdbc.sql("""
                select period_start, -sum(subtotal) as refunded from invoice
                where scope_id = :scope and currency = :currency and document_type = 'CREDIT_NOTE' group by period_start
                """)
                .param("scope", scopeId)
                .param("currency", currency.getCurrencyCode())
                .query(row -> {
                    refunds.put(
                            row.getObject("period_start", LocalDate.class),
                            row.getBigDecimal("refunded").setScale(Money.minorDigits(currency)));
                });
        return refunds;
    }
}
