package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.usage.InvoiceNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells usage files which invoices stand for a period: those that were not voided. */
@Repository
class NumbersForUsage implements InvoiceNumbers {

    private final JdbcClient jdbc;
    private final InvoiceReader reader;

    NumbersForUsage(JdbcClient jdbc, InvoiceReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    @Override
    public List<Issued> of(long invoicedScopeId, LocalDate periodStart) {
        return jdbc
                .sql("""
                select i.number, i.currency, i.agreement, i.invoice_type, i.rounding, n.id as issuer_id, n.content as issuer
                from invoice i join issuer_snapshot n on n.id = i.issuer_id
                where i.scope_id = :scope and i.period_start = :start and i.document_type = 'INVOICE'
                and i.state <> 'VOID' and i.replaced_by_id is null
                order by i.id
                """)
                .param("scope", invoicedScopeId)
                .param("start", periodStart)
                .query(Found.class)
                .list()
                .stream()
                .map(found -> new Issued(
                        found.number(),
                        found.currency(),
                        reader.issuer(found.issuerId(), found.issuer())
                                .publishers(found.agreement(), found.invoiceType()),
                        found.rounding()))
                .toList();
    }

    private record Found(
            String number,
            String currency,
            AgreementType agreement,
            InvoiceType invoiceType,
            BigDecimal rounding,
            long issuerId,
            String issuer) {}
}
