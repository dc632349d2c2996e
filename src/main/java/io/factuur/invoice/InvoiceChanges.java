package io.factuur.invoice;

import io.factuur.invoice.InvoiceChange.Mover;
import io.factuur.invoice.InvoiceChange.Point;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares an invoice with the ones before it: of the same scope, currency and type. */
@Service
public class InvoiceChanges {

    private static final int MOVERS = 5;
    private static final int POINTS = 12;

    private final Invoices invoices;
    private final InvoiceLists lists;
    private final JdbcClient jdbc;

    InvoiceChanges(Invoices invoices, InvoiceLists lists, JdbcClient jdbc) {
        this.invoices = invoices;
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** Nothing where there is no invoice for the period before, and for credit notes. */
    @Transactional(readOnly = true)
    public Optional<InvoiceChange> of(String number, Person person) {
        InvoiceRow row = invoices.row(number, person);
        if (row.documentType() != DocumentType.INVOICE) {
            return Optional.empty();
        }
        return lists.before(row, person)
                .map(before -> new InvoiceChange(
                        before,
                        row.figures().charges().subtract(before.figures().charges()),
                        movers(before, row),
                        history(row, person)));
    }

    private List<Mover> movers(InvoiceRow before, InvoiceRow now) {
        int digits = now.figures().charges().scale();
        return jdbc.sql("""
                select service_name as service,
                       sum(case when invoice_id = :before then amount else 0 end) as before_amount,
                       sum(case when invoice_id = :now then amount else 0 end) as now_amount
                from invoice_line where invoice_id in (:before, :now) group by service_name
                having sum(case when invoice_id = :before then -amount else amount end) <> 0
                order by abs(sum(case when invoice_id = :before then -amount else amount end)) desc, service_name
                fetch first :most rows only
                """)
                .param("before", before.id())
                .param("now", now.id())
                .param("most", MOVERS)
                .query((line, no) -> new Mover(
                        line.getString("service"),
                        line.getBigDecimal("before_amount").setScale(digits),
                        line.getBigDecimal("now_amount").setScale(digits)))
                .list();
    }

    private List<Point> history(InvoiceRow row, Person person) {
        int digits = row.figures().charges().scale();
        Map<String, Object> parameters = new HashMap<>(Visible.parameters(person));
        parameters.putAll(Map.of(
                "scope", row.scopeId(),
                "start", row.period().start(),
                "currency", row.figures().currency().getCurrencyCode(),
                "type", row.type().name(),
                "most", POINTS));
        return jdbc.sql("""
                select i.period_start, i.period_end, sum(i.charges) as charges from invoice i
                where i.scope_id = :scope and i.currency = :currency and i.invoice_type = :type
                and i.period_start <= :start and i.document_type = 'INVOICE' and i.state <> 'VOID'
                and i.replaced_by_id is null and\s""" + Visible.OLD + """
                 group by i.period_start, i.period_end order by i.period_start desc fetch first :most rows only
                """)
                .params(parameters)
                .query((line, no) -> new Point(
                        new BillingPeriod(
                                line.getObject("period_start", LocalDate.class),
                                line.getObject("period_end", LocalDate.class)),
                        line.getBigDecimal("charges").setScale(digits)))
                .list()
                .reversed();
    }
}
