package io.factuur.invoice;

import io.factuur.usage.InvoiceNumbers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells usage files which invoices stand for a period: those that were not voided. */
@Repository
class NumbersForUsage implements InvoiceNumbers {

    private final JdbcClient jdbc;

    NumbersForUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Issued> of(long invoicedScopeId, LocalDate periodStart) {
        return jdbc.sql("""
                select number, currency, rounding as rounding_adjustment from invoice
                where scope_id = :scope and period_start = :start and document_type = 'INVOICE' and state <> 'VOID'
                and replaced_by_id is null
                order by id
                """)
                .param("scope", invoicedScopeId)
                .param("start", periodStart)
                .query(Issued.class)
                .list();
    }
}
