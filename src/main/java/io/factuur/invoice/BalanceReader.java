package io.factuur.invoice;

import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Adds up what was owed at the moment an invoice was issued, from what is never changed: earlier papers, when each was paid,
 * credited or declared void. Asked again years later it says the same.
 */
@Repository
class BalanceReader {

    private final JdbcClient jdbc;

    BalanceReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Moved(String what, OffsetDateTime movedAt, BigDecimal amount) {}

    /** Null where the agreement does not tell it on invoices, and on a credit note. */
    @Nullable
    Balance before(Invoice invoice) {
        InvoiceRow row = invoice.row();
        if (!row.agreement().terms().invoicesAccounts() || row.documentType() != DocumentType.INVOICE) {
            return null;
        }
        List<Moved> moved = jdbc.sql("""
                select 'INVOICE' as what, e.issued_at as moved_at, e.total as amount from invoice e
                where %1$s and e.document_type = 'INVOICE'
                union all select 'NOTE', e.issued_at, e.total from invoice e
                where %1$s and e.document_type <> 'INVOICE'
                union all select 'PAID', p.recorded_at, p.amount from invoice_payment p
                join invoice e on e.id = p.invoice_id where %1$s and p.recorded_at < :at
                union all select 'VOID', v.happened_at, -e.total from invoice_event v
                join invoice e on e.id = v.invoice_id where %1$s and v.kind = 'VOIDED' and v.happened_at < :at
                """.formatted(
                                "e.scope_id = :scope and e.currency = :currency and e.id < :id and e.issued_at < :at"))
                .param("scope", row.scopeId())
                .param("currency", row.figures().currency().getCurrencyCode())
                .param("id", row.id())
                .param("at", invoice.issuedAt().atOffset(ZoneOffset.UTC))
                .query(Moved.class)
                .list();
        Instant last = moved.stream()
                .filter(one -> one.what().equals("INVOICE"))
                .map(one -> one.movedAt().toInstant())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        BigDecimal previous = BigDecimal.ZERO;
        BigDecimal payments = BigDecimal.ZERO;
        BigDecimal adjusted = BigDecimal.ZERO;
        for (Moved one : moved) {
            boolean paid = one.what().equals("PAID");
            if (!one.movedAt().toInstant().isAfter(last)) {
                previous = paid ? previous.subtract(one.amount()) : previous.add(one.amount());
            } else if (paid) {
                payments = payments.add(one.amount());
            } else {
                adjusted = adjusted.add(one.amount());
            }
        }
        int digits = Money.minorDigits(row.figures().currency());
        return new Balance(previous.setScale(digits), payments.setScale(digits), adjusted.setScale(digits));
    }
}
