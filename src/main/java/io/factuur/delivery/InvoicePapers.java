package io.factuur.delivery;

import io.factuur.file.FileContent;
import io.factuur.invoice.InvoiceDocuments;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageOrder;
import io.factuur.usage.UsageRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers as the invoice room keeps them. */
@Component
class InvoicePapers implements Papers {

    private static final Logger LOG = LoggerFactory.getLogger(InvoicePapers.class);

    private final JdbcClient jdbc;
    private final InvoiceDocuments documents;
    private final UsageFiles usage;

    InvoicePapers(JdbcClient jdbc, InvoiceDocuments documents, UsageFiles usage) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.usage = usage;
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
        if (kind.equals("usage.csv")) {
            return find(invoiceNumber).flatMap(this::usage);
        }
        return documents
                .made(invoiceNumber, kind)
                .map(made -> new PaperFile(
                        made.name(), made.mediaType(), made.sizeBytes(), new FileSystemResource(made.path())));
    }

    /** Made once and kept; when that fails the mail waits, as for any other paper. */
    private Optional<PaperFile> usage(Paper paper) {
        try {
            FileContent file = usage.stored(UsageRequest.of(new UsageOrder(
                    String.valueOf(paper.scopeId()),
                    paper.period().code(),
                    null,
                    null,
                    "billed",
                    null,
                    null,
                    null,
                    null)));
            return Optional.of(new PaperFile(file.name(), file.mediaType(), file.plainSize(), content(file)));
        } catch (IOException unmade) {
            LOG.warn("The usage file of invoice {} could not be made", paper.number(), unmade);
            return Optional.empty();
        }
    }

    private static InputStreamSource content(FileContent file) {
        return () -> {
            InputStream in = new BufferedInputStream(Files.newInputStream(file.path()));
            return file.compressed() ? new GZIPInputStream(in) : in;
        };
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
