package io.factuur.invoice;

import io.factuur.invoice.InvoicesIssued.Issued;
import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes invoices, many at a time. Everything else about them is read only. */
@Repository
class InvoiceStore {

    private static final String INSERT = """
            insert into invoice (id, number, series, series_year, series_no, run_id, scope_id, root_id, agreement,
                scope_name, invoice_type, document_type, period_start, period_end, invoice_date, due_date,
                payment_term_days, po_number, issuer_id, customer, issued_at, currency, exact_cost, rounding, charges,
                prepayment, credit, free_credit, subtotal, tax_rate, tax, total, credit_for_id, rebill_of_id, state,
                amount_due)
            values (:id, :number, :series, :year, :no, :run, :scope, :root, :agreement, :scopeName, :type, :documentType,
                :start, :end, :date, :due, :days, :po, :issuer, :customer, :issuedAt, :currency, :exact, :rounding,
                :charges, :prepayment, :credit, :freeCredit, :subtotal, :taxRate, :tax, :total, :creditFor, :rebillOf,
                :state, :total)
            """;
    private static final String INSERT_LINE = """
            insert into invoice_line (invoice_id, line_no, section_id, section_name, service_name, service_category,
                charge_category, publisher_name, exact_cost, amount)
            values (:invoice, :no, :section, :sectionName, :service, :serviceCategory, :category, :publisher, :exact,
                :amount)
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final InvoiceSeries series;
    private final CreditGrants grants;
    private final CurrentIssuer issuer;
    private final JsonMapper json;
    private final Clock clock;

    InvoiceStore(
            NamedParameterJdbcTemplate jdbc,
            InvoiceSeries series,
            CreditGrants grants,
            CurrentIssuer issuer,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.series = series;
        this.grants = grants;
        this.issuer = issuer;
        this.json = json;
        this.clock = clock;
    }

    /** Numbers and stores; inside the transaction that holds the series' lock. */
    List<Issued> insert(List<NewInvoice> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        InvoiceSeries.Block block = series.take(year, invoices.size());
        long issuerId = issuerSnapshot();
        List<Issued> issued = new ArrayList<>();
        List<SqlParameterSource> heads = new ArrayList<>();
        List<SqlParameterSource> lines = new ArrayList<>();
        for (int i = 0; i < invoices.size(); i++) {
            NewInvoice invoice = invoices.get(i);
            Issued as = new Issued(block.firstId() + i, block.number(i), invoice.scopeId());
            issued.add(as);
            heads.add(head(invoice, as, now.atOffset(ZoneOffset.UTC))
                    .addValue("series", block.prefix())
                    .addValue("year", year)
                    .addValue("no", block.firstNo() + i)
                    .addValue("issuer", issuerId));
            invoice.draft().lines().forEach(line -> lines.add(line(as.id(), line)));
        }
        jdbc.batchUpdate(INSERT, heads.toArray(SqlParameterSource[]::new));
        for (int i = 0; i < invoices.size(); i++) {
            grants.use(
                    issued.get(i).id(),
                    invoices.get(i).period(),
                    invoices.get(i).taken());
        }
        if (!lines.isEmpty()) {
            jdbc.batchUpdate(INSERT_LINE, lines.toArray(SqlParameterSource[]::new));
        }
        return issued;
    }

    /** From now on late usage of these goes to the next period. */
    void close(List<Candidate.Closing> closings) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                "insert into closed_period (scope_id, period_start, period_end, closed_at)"
                        + " values (:scope, :start, :end, :now)",
                closings.stream()
                        .map(closing -> new MapSqlParameterSource(
                                        "scope", closing.scope().id())
                                .addValue("start", closing.period().start())
                                .addValue("end", closing.period().end())
                                .addValue("now", now))
                        .toArray(SqlParameterSource[]::new));
    }

    private MapSqlParameterSource head(NewInvoice invoice, Issued as, OffsetDateTime now) {
        BillingPeriod period = invoice.period();
        Figures figures = invoice.draft().figures();
        return new MapSqlParameterSource("id", as.id())
                .addValue("number", as.number())
                .addValue("run", invoice.runId())
                .addValue("scope", invoice.scopeId())
                .addValue("root", invoice.rootId())
                .addValue("agreement", invoice.agreement().name())
                .addValue("scopeName", invoice.scopeName())
                .addValue("type", invoice.type().name())
                .addValue("documentType", invoice.documentType().name())
                .addValue("start", period.start())
                .addValue("end", period.end())
                .addValue("date", invoice.invoiceDate())
                .addValue("due", invoice.invoiceDate().plusDays(invoice.paymentTermDays()))
                .addValue("days", invoice.paymentTermDays())
                .addValue("po", invoice.customer().purchaseOrder())
                .addValue("customer", json.writeValueAsString(invoice.customer()))
                .addValue("issuedAt", now)
                .addValue("currency", figures.currency().getCurrencyCode())
                .addValue("exact", figures.exactCost())
                .addValue("rounding", figures.rounding())
                .addValue("charges", figures.charges())
                .addValue("prepayment", figures.prepayment())
                .addValue("credit", figures.credit())
                .addValue("freeCredit", figures.freeCredit())
                .addValue("subtotal", figures.subtotal())
                .addValue("taxRate", figures.taxRate())
                .addValue("tax", figures.tax())
                .addValue("total", figures.total())
                .addValue("creditFor", invoice.creditForId())
                .addValue("rebillOf", invoice.rebillOfId())
                .addValue("state", state(figures.total()));
    }

    /** Nothing to pay is paid. */
    private static String state(BigDecimal total) {
        return total.signum() == 0 ? "PAID" : "OPEN";
    }

    private static SqlParameterSource line(long invoiceId, InvoiceLine line) {
        return new MapSqlParameterSource("invoice", invoiceId)
                .addValue("no", line.no())
                .addValue("section", line.sectionId())
                .addValue("sectionName", line.sectionName())
                .addValue("service", line.serviceName())
                .addValue("serviceCategory", line.serviceCategory())
                .addValue("category", line.chargeCategory())
                .addValue("publisher", line.publisherName())
                .addValue("exact", line.exactCost())
                .addValue("amount", line.amount());
    }

    private long issuerSnapshot() {
        String content = json.writeValueAsString(issuer.now());
        MapSqlParameterSource wording =
                new MapSqlParameterSource("fingerprint", sha256(content)).addValue("content", content);
        jdbc.update(
                "insert into issuer_snapshot (fingerprint, content) values (:fingerprint, :content) on conflict do nothing",
                wording);
        Long id = jdbc.queryForObject(
                "select id from issuer_snapshot where fingerprint = :fingerprint", wording, Long.class);
        return java.util.Objects.requireNonNull(id);
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
