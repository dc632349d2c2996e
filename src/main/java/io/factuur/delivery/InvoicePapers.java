package io.factuur.delivery;

import io.factuur.invoice.InvoiceDocuments;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers as the invoice room keeps them. */
@Component
class InvoicePapers implements Papers {

    private final JdbcClient jdbc;
    private final InvoiceDocuments documents;

    InvoicePapers(JdbcClient jdbc, InvoiceDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    @Override
    public Optional<Paper> find(String invoiceNumber) {
        return jdbc.sql("""
                select number, scope_id, scope_name, document_type, state, period_start, period_end, due_date, currency,
                       total, amount_due from invoice where number = :number
                """)
                .param("number", invoiceNumber)
                .query(Row.class)
                .optional()
                .map(Row::paper);
    }

    @Override
    public Optional<PaperFile> file(String invoiceNumber, String kind) {
        return documents
                .made(invoiceNumber, kind)
                .map(made -> new PaperFile(
                        made.name(), made.mediaType(), made.sizeBytes(), new FileSystemResource(made.path())));
    }

    private record Row(
            String number,
            long scopeId,
            String scopeName,
            String documentType,
            String state,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate dueDate,
            String currency,
            BigDecimal total,
            BigDecimal amountDue) {

        Paper paper() {
            return new Paper(
                    number,
                    scopeId,
                    scopeName,
                    documentType.equals("CREDIT_NOTE"),
                    !state.equals("VOID"),
                    new BillingPeriod(periodStart, periodEnd),
                    dueDate,
                    money(total),
                    money(amountDue));
        }

        private Money money(BigDecimal value) {
            return new Money(Currency.getInstance(currency), value).rounded();
        }
    }
}
