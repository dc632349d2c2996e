package io.factuur.invoice;

import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes and reads what happened to prepayments and credits. Asks nobody's leave: only for this room. */
@Repository
class CreditEntries {

    private final JdbcClient jdbc;
    private final Clock clock;

    CreditEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes an entry and keeps what remains of the grant in step with it. */
    void write(
            long grantId,
            CreditEntry.Kind kind,
            BigDecimal amount,
            YearMonth countsIn,
            @Nullable Long invoiceId,
            String reason,
            String by) {
        jdbc.sql("""
                insert into credit_entry (grant_id, kind, amount, counts_in, invoice_id, reason, happened_at, happened_by)
                values (:grant, :kind, :amount, :month, :invoice, :reason, :at, :by)
                """)
                .param("grant", grantId)
                .param("kind", kind.name())
                .param("amount", amount)
                .param("month", countsIn.atDay(1))
                .param("invoice", invoiceId)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        jdbc.sql("""
                update credit_grant set remaining = (select sum(e.amount) from credit_entry e
                where e.grant_id = credit_grant.id) where id = :grant
                """).param("grant", grantId).update();
    }

    /** What an invoice has taken and not given back, by grant. */
    List<Held> heldBy(long invoiceId) {
        return jdbc.sql("""
                select grant_id, -sum(amount) as amount, min(counts_in) as counts_in from credit_entry
                where invoice_id = :invoice group by grant_id having sum(amount) <> 0 order by grant_id
                """)
                .param("invoice", invoiceId)
                .query((row, no) -> new Held(
                        row.getLong("grant_id"),
                        row.getBigDecimal("amount"),
                        YearMonth.from(row.getObject("counts_in", LocalDate.class))))
                .list();
    }

    record Held(long grantId, BigDecimal amount, YearMonth countsIn) {}

    /** All of a scope, the earliest first. */
    List<CreditEntry> of(long scopeId, Currency currency) {
        int digits = Money.minorDigits(currency);
        return jdbc.sql("""
                select e.id, e.grant_id, g.kind as of_kind, e.kind, e.amount, e.counts_in, i.number, e.reason,
                       e.happened_at, e.happened_by
                from credit_entry e join credit_grant g on g.id = e.grant_id left join invoice i on i.id = e.invoice_id
                where g.scope_id = :scope and g.currency = :currency order by e.id
                """)
                .param("scope", scopeId)
                .param("currency", currency.getCurrencyCode())
                .query((row, no) -> new CreditEntry(
                        row.getLong("id"),
                        row.getLong("grant_id"),
                        CreditKind.valueOf(row.getString("of_kind")),
                        CreditEntry.Kind.valueOf(row.getString("kind")),
                        row.getBigDecimal("amount").setScale(digits),
                        YearMonth.from(row.getObject("counts_in", LocalDate.class)),
                        row.getString("number"),
                        row.getString("reason"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("happened_by")))
                .list();
    }

    List<CreditLedger.Lifetime> lifetimes(long scopeId) {
        return jdbc.sql("select id, valid_to from credit_grant where scope_id = :scope order by id")
                .param("scope", scopeId)
                .query((row, no) ->
                        new CreditLedger.Lifetime(row.getLong("id"), row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** The last month whose period has been closed. */
    @Nullable
    YearMonth closedThrough(long scopeId) {
        return jdbc.sql("select max(period_start) as latest from closed_period where scope_id = :scope")
                .param("scope", scopeId)
                .query((row, no) -> java.util.Optional.ofNullable(row.getObject("latest", LocalDate.class)))
                .single()
                .map(YearMonth::from)
                .orElse(null);
    }
}
