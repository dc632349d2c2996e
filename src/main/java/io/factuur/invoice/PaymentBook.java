package io.factuur.invoice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what was paid and what is still due. Asks nobody's leave: only for this room, whose services do. */
@Repository
class PaymentBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param amount of the sign of what is due
     * @param other the invoice it was set off against; null where money moved
     */
    record Entry(
            LocalDate paidOn,
            BigDecimal amount,
            PaymentMethod method,
            String reference,
            @Nullable Long other,
            String by) {}

    /** Records a payment and takes it off what is due. */
    void enter(InvoiceRow row, Entry entry) {
        jdbc.sql("""
                insert into invoice_payment
                    (invoice_id, paid_on, amount, method, reference, other_invoice_id, recorded_at, recorded_by)
                values (:id, :on, :amount, :method, :reference, :other, :at, :by)
                """)
                .param("id", row.id())
                .param("on", entry.paidOn())
                .param("amount", entry.amount())
                .param("method", entry.method().name())
                .param("reference", entry.reference())
                .param("other", entry.other())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", entry.by())
                .update();
        owe(row, row.amountDue().subtract(entry.amount()));
    }

    void owe(InvoiceRow row, BigDecimal due) {
        jdbc.sql("update invoice set amount_due = :due, state = :state where id = :id")
                .param("due", due)
                .param("state", due.signum() == 0 ? "PAID" : "OPEN")
                .param("id", row.id())
                .update();
    }

    /** Whether two invoices belong to one billing account, the only ones that can be set off against each other. */
    boolean sameAccount(InvoiceRow one, InvoiceRow other) {
        return jdbc.sql("select count(distinct root_id) from invoice where id in (:one, :other)")
                        .param("one", one.id())
                        .param("other", other.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
