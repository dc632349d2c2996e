package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.invoice.Invoices.Lined;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Columns;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is stored. Asks nobody's leave: only for this room, whose services do. */
@Repository
class InvoiceReader {

    /** The status of a row of {@code invoice i} on the day {@code :today}. */
    static final String STATUS = """
            case when i.state <> 'OPEN' then i.state
                 when i.amount_due < 0 then 'CREDIT'
                 when i.due_date < :today then 'OVERDUE' else 'DUE' end""";

    /** In the order in which {@link #row} reads them. */
    static final String COLUMNS = """
            i.currency, i.id, i.number, i.scope_id, i.scope_name, i.agreement, i.invoice_type, i.document_type,
            i.period_start, i.period_end, i.invoice_date, i.due_date, i.po_number, %s as status, i.exact_cost, i.rounding,
            i.charges, i.prepayment, i.credit, i.free_credit, i.subtotal, i.tax_rate, i.tax, i.total, i.amount_due
            """.formatted(STATUS);

    /** In the order in which {@link #line} reads them. */
    private static final String LINE_COLUMNS = """
            l.line_no, l.section_id, l.section_name, l.service_name, l.service_category, l.charge_category,
            l.publisher_name, l.exact_cost, l.amount
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Long, IssuerSettings> issuers = new ConcurrentHashMap<>();

    InvoiceReader(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** @param where a condition on {@code i}, the invoice */
    List<InvoiceRow> rows(String where, Map<String, ?> parameters) {
        return rows("invoice i", where, parameters);
    }

    /** @param where a condition on {@code i}, the invoice, and {@code s}, its scope */
    List<InvoiceRow> rowsWithScope(String where, Map<String, ?> parameters) {
        return rows("invoice i join scope s on s.id = i.scope_id", where, parameters);
    }

    private List<InvoiceRow> rows(String from, String where, Map<String, ?> parameters) {
        return jdbc.sql("select " + COLUMNS + " from " + from + " where " + where)
                .param("today", today())
                .params(parameters)
                .query(InvoiceReader::row)
                .list();
    }

    Optional<InvoiceRow> findRow(String number) {
        return rows("i.number = :number", Map.of("number", number)).stream().findFirst();
    }

    Optional<Invoice> find(String number) {
        return find(number, true);
    }

    /** Without the lines, for pages that read those by themselves. */
    Optional<Invoice> head(String number) {
        return find(number, false);
    }

    private Optional<Invoice> find(String number, boolean withLines) {
        return jdbc.sql("select " + COLUMNS + """
                , i.payment_term_days, i.customer, i.issued_at, n.id as issuer_id, n.content as issuer,
                credited.number as credit_for, old.number as rebill_of
                from invoice i join issuer_snapshot n on n.id = i.issuer_id
                left join invoice credited on credited.id = i.credit_for_id
                left join invoice old on old.id = i.rebill_of_id
                where i.number = :number
                """)
                .param("today", today())
                .param("number", number)
                .query((row, no) -> invoice(row, no, withLines))
                .optional();
    }

    List<InvoiceLine> lines(long invoiceId, Currency currency) {
        return jdbc.sql("select " + LINE_COLUMNS
                        + " from invoice_line l where l.invoice_id = :invoice order by l.line_no")
                .param("invoice", invoiceId)
                .query((row, number) -> {
                    Columns next = new Columns(row);
                    return line(Math.toIntExact(next.number()), next, currency);
                })
                .list();
    }

    /** A row of a list with its lines, in one question. */
    Optional<Lined> lined(String number) {
        return jdbc.sql("select " + COLUMNS + ", " + LINE_COLUMNS + """
                 from invoice i left join invoice_line l on l.invoice_id = i.id
                where i.number = :number order by l.line_no
                """)
                .param("today", today())
                .param("number", number)
                .query((ResultSetExtractor<Optional<Lined>>) InvoiceReader::lined);
    }

    private static Optional<Lined> lined(ResultSet row) throws SQLException {
        InvoiceRow head = null;
        List<InvoiceLine> lines = new ArrayList<>();
        while (row.next()) {
            Columns next = new Columns(row);
            head = head(next);
            int no = Math.toIntExact(next.number());
            if (no > 0) {
                lines.add(line(no, next, head.figures().currency()));
            }
        }
        return head == null ? Optional.empty() : Optional.of(new Lined(head, lines));
    }

    private static InvoiceLine line(int no, Columns next, Currency currency) throws SQLException {
        return new InvoiceLine(
                no,
                next.numberOrNull(),
                next.text(),
                next.text(),
                next.text(),
                next.text(),
                next.text(),
                next.decimal(),
                minor(next, currency));
    }

    private Invoice invoice(ResultSet row, int number, boolean withLines) throws SQLException {
        InvoiceRow head = row(row, number);
        return new Invoice(
                head,
                row.getInt("payment_term_days"),
                issuer(row.getLong("issuer_id"), row.getString("issuer")),
                json.readValue(row.getString("customer"), Customer.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("credit_for"),
                row.getString("rebill_of"),
                withLines ? lines(head.id(), head.figures().currency()) : List.of());
    }

    /** A snapshot never changes, and there are as many as the issuer's details have been changed. */
    IssuerSettings issuer(long id, String content) {
        return issuers.computeIfAbsent(id, none -> json.readValue(content, IssuerSettings.class));
    }

    static InvoiceRow row(ResultSet row, int number) throws SQLException {
        return head(new Columns(row));
    }

    private static InvoiceRow head(Columns next) throws SQLException {
        Currency currency = Currency.getInstance(next.text());
        return new InvoiceRow(
                next.number(),
                next.text(),
                next.number(),
                next.text(),
                next.word(AgreementType.class),
                next.word(InvoiceType.class),
                next.word(DocumentType.class),
                new BillingPeriod(next.day(), next.day()),
                next.day(),
                next.day(),
                next.textOrNull(),
                next.word(InvoiceStatus.class),
                figures(next, currency),
                minor(next, currency));
    }

    private static Figures figures(Columns next, Currency currency) throws SQLException {
        return new Figures(
                currency,
                next.decimal(),
                next.decimal(),
                minor(next, currency),
                minor(next, currency),
                minor(next, currency),
                minor(next, currency),
                minor(next, currency),
                next.decimal(),
                minor(next, currency),
                minor(next, currency));
    }

    private static BigDecimal minor(Columns next, Currency currency) throws SQLException {
        return next.decimal().setScale(Money.minorDigits(currency));
    }
}
