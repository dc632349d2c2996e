package io.factuur.invoice;

import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The amounts that come off invoices, as stored. Changed only while the series of invoices is locked. */
@Repository
class CreditGrants {

    /** Who takes them off invoices, in the entries. */
    private static final String TAKER = "<billing>";

    private final JdbcClient jdbc;
    private final CreditEntries entries;

    CreditGrants(JdbcClient jdbc, CreditEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** An amount with what is left of it; shared by the invoices of one scope that are drafted together. */
    static final class Grant {

        private final long id;
        private final long scopeId;
        private final CreditKind kind;
        private final String currency;
        private final LocalDate validFrom;
        private final @Nullable LocalDate validTo;
        private BigDecimal remaining;

        Grant(
                long id,
                long scopeId,
                CreditKind kind,
                String currency,
                BigDecimal remaining,
                LocalDate validFrom,
                @Nullable LocalDate validTo) {
            this.id = id;
            this.scopeId = scopeId;
            this.kind = kind;
            this.currency = currency;
            this.remaining = remaining;
            this.validFrom = validFrom;
            this.validTo = validTo;
        }

        private boolean counts(String wanted, BillingPeriod period) {
            return currency.equals(wanted)
                    && validFrom.isBefore(period.end())
                    && (validTo == null || !validTo.isBefore(period.start()));
        }
    }

    /** What an invoice takes of a grant. */
    record Taken(long grantId, CreditKind kind, BigDecimal amount) {}

    /** Takes as much as there is, the free first, the soonest to end first; never more than is open. */
    static List<Taken> take(List<Grant> grants, String currency, BillingPeriod period, BigDecimal open) {
        List<Taken> taken = new ArrayList<>();
        BigDecimal left = open;
        List<Grant> inOrder = grants.stream()
                .filter(grant -> grant.counts(currency, period))
                .sorted(Comparator.comparing((Grant grant) -> grant.kind)
                        .thenComparing(grant -> grant.validTo == null ? LocalDate.MAX : grant.validTo)
                        .thenComparing(grant -> grant.id))
                .toList();
        for (Grant grant : inOrder) {
            BigDecimal part = left.min(grant.remaining.setScale(open.scale(), java.math.RoundingMode.DOWN));
            if (part.signum() > 0) {
                taken.add(new Taken(grant.id, grant.kind, part));
                grant.remaining = grant.remaining.subtract(part);
                left = left.subtract(part);
            }
        }
        return taken;
    }

    Map<Long, List<Grant>> open(Collection<Long> scopeIds) {
        return jdbc
                .sql("""
                select id, scope_id, kind, currency, remaining, valid_from, valid_to from credit_grant
                where scope_id in (:scopes) and remaining > 0 order by id
                """)
                .param("scopes", scopeIds)
                .query((row, number) -> new Grant(
                        row.getLong("id"),
                        row.getLong("scope_id"),
                        CreditKind.valueOf(row.getString("kind")),
                        row.getString("currency"),
                        row.getBigDecimal("remaining"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(grant -> grant.scopeId));
    }

    /**
     * @param invoiceId null where it left nothing to bill, so that there is no invoice
     * @param period that it is taken off
     */
    void use(@Nullable Long invoiceId, BillingPeriod period, List<Taken> parts) {
        YearMonth month = YearMonth.from(period.start());
        parts.forEach(part -> entries.write(
                part.grantId(), CreditEntry.Kind.APPLIED, part.amount().negate(), month, invoiceId, "", TAKER));
    }

    /** What an invoice has taken is there again. */
    void giveBack(long invoiceId, String reason, String by) {
        entries.heldBy(invoiceId)
                .forEach(held -> entries.write(
                        held.grantId(),
                        CreditEntry.Kind.RETURNED,
                        held.amount(),
                        held.countsIn(),
                        invoiceId,
                        reason,
                        by));
    }
}
