package io.factuur.invoice;

import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads payments, events and the chains between invoices. */
@Repository
class StoryReader {

    private final JdbcClient jdbc;

    StoryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    InvoiceStory of(InvoiceRow invoice) {
        Links links = jdbc.sql("""
                select credited.number as credit_for, old.number as rebill_of, fresh.number as replaced_by
                from invoice i left join invoice credited on credited.id = i.credit_for_id
                left join invoice old on old.id = i.rebill_of_id left join invoice fresh on fresh.id = i.replaced_by_id
                where i.id = :id
                """).param("id", invoice.id()).query(Links.class).single();
        return new InvoiceStory(
                payments(invoice.id(), invoice.figures().currency()),
                events(invoice.id()),
                links.creditFor(),
                creditNotes(invoice.id()),
                links.rebillOf(),
                links.replacedBy());
    }

    List<Payment> payments(long invoiceId, Currency currency) {
        int digits = Money.minorDigits(currency);
        return jdbc.sql("""
                select p.id, p.paid_on, p.amount, p.method, p.reference, o.number as other_number, p.recorded_at,
                       p.recorded_by
                from invoice_payment p left join invoice o on o.id = p.other_invoice_id
                where p.invoice_id = :id order by p.paid_on, p.id
                """).param("id", invoiceId).query(Payment.class).list().stream()
                .map(paid -> new Payment(
                        paid.id(),
                        paid.paidOn(),
                        paid.amount().setScale(digits),
                        paid.method(),
                        paid.reference(),
                        paid.otherNumber(),
                        paid.recordedAt(),
                        paid.recordedBy()))
                .toList();
    }

    /** What credit notes have given back of an invoice so far, not negative, before tax and in all. */
    Credited credited(long invoiceId) {
        return jdbc.sql("""
                select coalesce(-sum(subtotal), 0) as subtotal, coalesce(-sum(total), 0) as total
                from invoice where credit_for_id = :id
                """).param("id", invoiceId).query(Credited.class).single();
    }

    private List<InvoiceEvent> events(long invoiceId) {
        return jdbc.sql("""
                select e.kind, o.number as other_number, e.reason, e.happened_at, e.happened_by
                from invoice_event e left join invoice o on o.id = e.other_id where e.invoice_id = :id order by e.id
                """).param("id", invoiceId).query(InvoiceEvent.class).list();
    }

    private List<String> creditNotes(long invoiceId) {
        return jdbc.sql("select number from invoice where credit_for_id = :id order by id")
                .param("id", invoiceId)
                .query(String.class)
                .list();
    }

    record Credited(BigDecimal subtotal, BigDecimal total) {}

    private record Links(
            @Nullable String creditFor,
            @Nullable String rebillOf,
            @Nullable String replacedBy) {}
}
