package io.factuur.invoice;

import io.factuur.invoice.InvoicesIssued.Issued;
import io.factuur.invoice.ManyRows.Rows;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Sha256;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes invoices, many at a time. Everything else about them is read only. */
@Repository
class InvoiceStore {

    private static final List<String> COLUMNS = List.of(
            "id",
            "number",
            "series",
            "series_year",
            "series_no",
            "run_id",
            "scope_id",
            "root_id",
            "agreement",
            "scope_name",
            "invoice_type",
            "document_type",
            "period_start",
            "period_end",
            "invoice_date",
            "due_date",
            "payment_term_days",
            "po_number",
            "issuer_id",
            "customer",
            "issued_at",
            "currency",
            "exact_cost",
            "rounding",
            "charges",
            "prepayment",
            "credit",
            "free_credit",
            "subtotal",
            "tax_rate",
            "tax",
            "total",
            "credit_for_id",
            "rebill_of_id",
            "state",
            "amount_due");
    private static final List<String> LINE_COLUMNS = List.of(
            "invoice_id",
            "line_no",
            "section_id",
            "section_name",
            "service_name",
            "service_category",
            "charge_category",
            "publisher_name",
            "exact_cost",
            "amount");
    private static final List<String> CLOSED_COLUMNS = List.of("scope_id", "period_start", "period_end", "closed_at");

    private final JdbcClient jdbc;
    private final ManyRows rows;
    private final InvoiceSeries series;
    private final CreditGrants grants;
    private final CurrentIssuer issuer;
    private final JsonMapper json;
    private final Clock clock;

    InvoiceStore(
            JdbcClient jdbc,
            ManyRows rows,
            InvoiceSeries series,
            CreditGrants grants,
            CurrentIssuer issuer,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.series = series;
        this.grants = grants;
        this.issuer = issuer;
        this.json = json;
        this.clock = clock;
    }

    /** Numbers and stores; inside the transaction that holds the series' lock. */
    List<Issued> insert(List<NewInvoice> invoices) {
        return insert(invoices, List.of());
    }

    /**
     * The same, and closes the periods.
     *
     * @param closings from now on late usage of these goes to the next period
     */
    List<Issued> insert(List<NewInvoice> invoices, List<Candidate.Closing> closings) {
        if (invoices.isEmpty()) {
            rows.insert(closed(closings));
            return List.of();
        }
        Instant now = clock.instant();
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        InvoiceSeries.Block block = series.take(year, invoices.size());
        long issuerId = issuerSnapshot();
        List<Issued> issued = new ArrayList<>();
        for (int i = 0; i < invoices.size(); i++) {
            issued.add(new Issued(
                    block.firstId() + i, block.number(i), invoices.get(i).scopeId()));
        }
        rows.insert(
                new Rows(
                        "invoice",
                        COLUMNS,
                        IntStream.range(0, issued.size())
                                .mapToObj(i -> head(invoices.get(i), issued.get(i), block, i, issuerId, now))),
                new Rows(
                        "invoice_line",
                        LINE_COLUMNS,
                        IntStream.range(0, issued.size()).boxed().flatMap(i -> invoices.get(i).draft().lines().stream()
                                .map(line -> line(issued.get(i).id(), line)))),
                closed(closings));
        for (int i = 0; i < issued.size(); i++) {
            grants.use(
                    issued.get(i).id(),
                    invoices.get(i).period(),
                    invoices.get(i).taken());
        }
        return issued;
    }

    private Rows closed(List<Candidate.Closing> closings) {
        Instant now = clock.instant();
        return new Rows("closed_period", CLOSED_COLUMNS, closings.stream().map(closing -> new @Nullable Object[] {
            closing.scope().id(), closing.period().start(), closing.period().end(), now
        }));
    }

    /** In the order of {@link #COLUMNS}. */
    private @Nullable Object[] head(
            NewInvoice invoice, Issued as, InvoiceSeries.Block block, int i, long issuerId, Instant now) {
        BillingPeriod period = invoice.period();
        Figures figures = invoice.draft().figures();
        return new @Nullable Object[] {
            as.id(),
            as.number(),
            block.prefix(),
            block.year(),
            block.firstNo() + i,
            invoice.runId(),
            invoice.scopeId(),
            invoice.rootId(),
            invoice.agreement().name(),
            invoice.scopeName(),
            invoice.type().name(),
            invoice.documentType().name(),
            period.start(),
            period.end(),
            invoice.invoiceDate(),
            invoice.invoiceDate().plusDays(invoice.paymentTermDays()),
            invoice.paymentTermDays(),
            invoice.customer().purchaseOrder(),
            issuerId,
            json.writeValueAsString(invoice.customer()),
            now,
            figures.currency().getCurrencyCode(),
            figures.exactCost(),
            figures.rounding(),
            figures.charges(),
            figures.prepayment(),
            figures.credit(),
            figures.freeCredit(),
            figures.subtotal(),
            figures.taxRate(),
            figures.tax(),
            figures.total(),
            invoice.creditForId(),
            invoice.rebillOfId(),
            state(figures.total()),
            figures.total()
        };
    }

    /** Nothing to pay is paid. */
    private static String state(BigDecimal total) {
        return total.signum() == 0 ? "PAID" : "OPEN";
    }

    /** In the order of {@link #LINE_COLUMNS}. */
    private static @Nullable Object[] line(long invoiceId, InvoiceLine line) {
        return new @Nullable Object[] {
            invoiceId,
            line.no(),
            line.sectionId(),
            line.sectionName(),
            line.serviceName(),
            line.serviceCategory(),
            line.chargeCategory(),
            line.publisherName(),
            line.exactCost(),
            line.amount()
        };
    }

    private long issuerSnapshot() {
        String content = json.writeValueAsString(issuer.now());
        String fingerprint = Sha256.hex(content);
        jdbc.sql("insert into issuer_snapshot (fingerprint, content) values (:fingerprint, :content)"
                        + " on conflict do nothing")
                .param("fingerprint", fingerprint)
                .param("content", content)
                .update();
        return jdbc.sql("select id from issuer_snapshot where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(Long.class)
                .single();
    }
}
