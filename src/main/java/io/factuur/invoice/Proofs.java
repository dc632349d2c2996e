package io.factuur.invoice;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.Proof.Step;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import io.factuur.usage.InvoiceNumbers.Publishers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes an invoice from the usage rows themselves, not from the daily sums that it was made from. */
@Service
public class Proofs {

    private final Invoices invoices;
    private final JdbcClient jdbc;
    private final AuditLog audit;

    Proofs(Invoices invoices, JdbcClient jdbc, AuditLog audit) {
        this.invoices = invoices;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * The bridge of an invoice, to the last digit.
     *
     * @throws Problem not found, when it is not theirs to see; when it is a credit note, which has no usage of its own
     */
    @Transactional
    public Proof of(String number, Person person) {
        Invoice invoice = invoices.get(number, person);
        if (invoice.row().documentType() != DocumentType.INVOICE) {
            throw Problem.invalid("problem.proof.credit-note", number, String.valueOf(invoice.creditFor()));
        }
        Summed usage = summed(invoice);
        Proof proof = bridge(invoice, usage);
        audit.record(AuditEvent.done(
                        person.username(), "invoice.proof", invoice.row().scopeId(), number)
                .with("rows", proof.rows())
                .with("holds", proof.holds()));
        return proof;
    }

    private static Proof bridge(Invoice invoice, Summed usage) {
        Figures stored = invoice.figures();
        int digits = Money.minorDigits(stored.currency());
        BigDecimal exact = usage.onTime().add(usage.late());
        BigDecimal charges = exact.setScale(digits, RoundingMode.HALF_UP);
        BigDecimal subtotal = charges.subtract(stored.credits());
        BigDecimal tax = subtotal.multiply(stored.taxRate()).setScale(digits, RoundingMode.HALF_UP);
        BigDecimal lines = invoice.lines().stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("USAGE", usage.onTime(), stored.exactCost().subtract(usage.late()), false));
        if (usage.late().signum() != 0) {
            steps.add(new Step("LATE_USAGE", usage.late(), usage.late(), false));
        }
        steps.add(new Step("EXACT_COST", exact, stored.exactCost(), true));
        steps.add(new Step("ROUNDING", charges.subtract(exact), stored.rounding(), false));
        steps.add(new Step("CHARGES", charges, stored.charges(), true));
        steps.add(new Step("LINES", lines, stored.charges(), true));
        credit(steps, "PREPAYMENT", stored.prepayment());
        credit(steps, "CREDIT", stored.credit());
        credit(steps, "FREE_CREDIT", stored.freeCredit());
        steps.add(new Step("SUBTOTAL", subtotal, stored.subtotal(), true));
        steps.add(new Step("TAX", tax, stored.tax(), false));
        steps.add(new Step("TOTAL", subtotal.add(tax), stored.total(), true));
        return new Proof(
                invoice.number(),
                stored.currency(),
                usage.rows(),
                steps,
                steps.stream().allMatch(Step::agrees));
    }

    private static void credit(List<Step> steps, String code, BigDecimal amount) {
        if (amount.signum() != 0) {
            steps.add(new Step(code, amount.negate(), amount.negate(), false));
        }
    }

    /** From the rows: those of the live deliveries of this scope, period and currency, and of this type of invoice. */
    private Summed summed(Invoice invoice) {
        InvoiceRow row = invoice.row();
        Publishers publishers = invoice.issuer().publishers(row.agreement(), row.type());
        JdbcClient.StatementSpec sum = jdbc.sql("""
                select count(*) as "rows",
                       coalesce(sum(case when d.late_from is null then r.cost end), 0) as on_time,
                       coalesce(sum(case when d.late_from is not null then r.cost end), 0) as late
                from usage_delivery d join usage_import f on f.id = d.import_id
                join usage_row r on r.id between f.first_row_id and f.last_row_id and r.delivery_id = d.id
                where d.state = 'LIVE' and d.invoiced_scope_id = :scope and d.period_start = :start
                and d.currency = :currency""" + among(publishers))
                .param("scope", row.scopeId())
                .param("start", row.period().start())
                .param("currency", row.figures().currency().getCurrencyCode());
        return (publishers.names().isEmpty() ? sum : sum.param("own", publishers.names()))
                .query(Summed.class)
                .single();
    }

    private static String among(Publishers publishers) {
        return publishers.names().isEmpty()
                ? ""
                : " and lower(coalesce(r.publisher_name, ''))" + (publishers.allBut() ? " not" : "") + " in (:own)";
    }

    private record Summed(long rows, BigDecimal onTime, BigDecimal late) {}
}
