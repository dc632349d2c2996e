package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.PaymentBook.Entry;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of an invoice once it is issued: paid, voided, credited, billed again. Its document and its figures never
 * change; what changes is what is still due and whether it stands. All of it is the operator's to do.
 */
@Service
public class InvoiceLife {

    private final Invoices invoices;
    private final InvoiceReader reader;
    private final StoryReader stories;
    private final Rebilling rebilling;
    private final PaymentBook book;
    private final JdbcClient jdbc;
    private final Guard guard;
    private final AuditLog audit;

    InvoiceLife(
            Invoices invoices,
            InvoiceReader reader,
            StoryReader stories,
            Rebilling rebilling,
            PaymentBook book,
            JdbcClient jdbc,
            Guard guard,
            AuditLog audit) {
        this.invoices = invoices;
        this.reader = reader;
        this.stories = stories;
        this.rebilling = rebilling;
        this.book = book;
        this.jdbc = jdbc;
        this.guard = guard;
        this.audit = audit;
    }

    /** For those who may see the invoice. */
    @Transactional(readOnly = true)
    public InvoiceStory story(String number, Person person) {
        return stories.of(person.operator() ? known(number, person) : invoices.row(number, person));
    }

    /** Where an invoice stands, for the operator, who may not see what is on it. */
    @Transactional(readOnly = true)
    public InvoiceRow look(String number, Person person) {
        guard.requireOperator("invoice.look", person);
        return known(number, person);
    }

    /**
     * Records that something was paid on an invoice, or paid out on a credit note. A settlement is recorded on both
     * invoices at once, the one that its reference names, too.
     *
     * @throws Problem when more is paid than is due, or nothing, or the invoice no longer stands; when there is nothing to
     *     set off against
     */
    @Transactional
    public InvoiceRow pay(String number, NewPayment payment, Person person) {
        guard.requireOperator("invoice.pay", person);
        PaymentMethod method = Objects.requireNonNullElse(payment.method(), PaymentMethod.BANK_TRANSFER);
        String reference = text(payment.reference(), "reference", 100);
        boolean setOff = method == PaymentMethod.SETTLEMENT;
        InvoiceRow row = setOff ? locked(number, reference, person) : locked(number, person);
        InvoiceRow other = setOff ? opposite(row, reference) : null;
        BigDecimal due = row.amountDue();
        BigDecimal most = other == null || other.amountDue().abs().compareTo(due.abs()) > 0
                ? due
                : other.amountDue().negate();
        BigDecimal amount = payment.amount() == null ? most : exact(payment.amount(), row);
        if (row.status() == InvoiceStatus.VOID || due.signum() == 0) {
            throw Problem.conflict("problem.invoice.nothing-due", number);
        }
        if (amount.signum() != due.signum() || amount.abs().compareTo(most.abs()) > 0) {
            throw Problem.invalid("problem.invoice.pay-amount", money(amount, row), number, money(most, row))
                    .in("amount");
        }
        LocalDate today = reader.today();
        LocalDate paidOn = Objects.requireNonNullElse(payment.paidOn(), today);
        if (paidOn.isAfter(today) || paidOn.isBefore(row.invoiceDate().minusYears(1))) {
            throw Problem.invalid("problem.invoice.pay-date", paidOn.toString()).in("paidOn");
        }
        String by = person.username();
        book.enter(row, new Entry(paidOn, amount, method, reference, other == null ? null : other.id(), by));
        String money = money(amount, row);
        if (other == null) {
            record("invoice.pay", row, person, "amount", money);
        } else {
            book.enter(other, new Entry(paidOn, amount.negate(), method, row.number(), row.id(), by));
            record("invoice.set-off", row, person, "with", other.number() + ", " + money);
            record("invoice.set-off", other, person, "with", row.number() + ", " + money);
        }
        return known(number, person);
    }

    /** The invoice that one is set off against: one of them is to be paid, the other is in the customer's favour. */
    private InvoiceRow opposite(InvoiceRow row, String number) {
        if (number.isBlank()) {
            throw Problem.invalid("problem.invoice.set-off-which", row.number()).in("reference");
        }
        return reader.findRow(number)
                .filter(other -> other.status() != InvoiceStatus.VOID
                        && other.amountDue().signum() * row.amountDue().signum() < 0
                        && other.figures().currency().equals(row.figures().currency())
                        && book.sameAccount(row, other))
                .orElseThrow(() -> Problem.invalid("problem.invoice.set-off", row.number(), number)
                        .in("reference"));
    }

    /**
     * Declares an invoice void: nothing is due on it any more. Only while nothing was paid or credited on it.
     *
     * @param reason shown to whoever may see the invoice
     */
    @Transactional
    public InvoiceRow voided(String number, String reason, Person person) {
        guard.requireOperator("invoice.void", person);
        rebilling.enter();
        InvoiceRow row = locked(number, person);
        String why = reason(reason);
        if (row.status() == InvoiceStatus.VOID) {
            return row;
        }
        if (row.documentType() != DocumentType.INVOICE || touched(row)) {
            throw Problem.conflict("problem.invoice.void-touched", number);
        }
        jdbc.sql("update invoice set state = 'VOID', amount_due = 0 where id = :id")
                .param("id", row.id())
                .update();
        rebilling.giveCreditsBack(row.id(), why, person);
        rebilling.event(row.id(), InvoiceEvent.Kind.VOIDED, null, why, person);
        record("invoice.void", row, person, "reason", why);
        return known(number, person);
    }

    /**
     * Issues a credit note for an invoice: over all of it, or over an amount before tax. What is still due on the invoice
     * goes down first; the rest is due to the customer.
     *
     * @param amount before tax, positive, in the invoice's currency; null for all that has not been credited yet
     */
    @Transactional
    public InvoiceRow credit(String number, @Nullable BigDecimal amount, String reason, Person person) {
        guard.requireOperator("invoice.credit", person);
        rebilling.enter();
        InvoiceRow row = locked(number, person);
        String why = reason(reason);
        if (row.documentType() != DocumentType.INVOICE
                || row.status() == InvoiceStatus.VOID
                || row.figures().total().signum() <= 0) {
            throw Problem.conflict("problem.invoice.credit-what", number);
        }
        StoryReader.Credited before = stories.credited(row.id());
        BigDecimal open = row.figures().subtotal().subtract(before.subtotal());
        BigDecimal wanted = amount == null ? open : exact(amount, row);
        if (wanted.signum() <= 0 || wanted.compareTo(open) > 0) {
            throw Problem.invalid("problem.invoice.credit-amount", money(wanted, row), number, money(open, row))
                    .in("amount");
        }
        boolean whole = before.subtotal().signum() == 0 && wanted.compareTo(open) == 0;
        BigDecimal taxLeft = wanted.compareTo(open) == 0
                ? row.figures().tax().subtract(before.total().subtract(before.subtotal()))
                : null;
        InvoiceRow note = rebilling.creditNote(reader.find(number).orElseThrow(), wanted, taxLeft, whole, why, person);
        BigDecimal given = note.figures().total().negate();
        BigDecimal settled = given.min(row.amountDue().max(BigDecimal.ZERO));
        book.owe(row, row.amountDue().subtract(settled));
        book.owe(note, note.amountDue().add(settled));
        rebilling.event(row.id(), InvoiceEvent.Kind.CREDITED, note.id(), why, person);
        record("invoice.credit", row, person, "creditNote", note.number());
        return known(note.number(), person);
    }

    /**
     * Bills a period again: the void or wholly credited invoice is replaced by one with today's customer, terms and
     * usage. Both say so of each other.
     */
    @Transactional
    public InvoiceRow rebill(String number, String reason, Person person) {
        guard.requireOperator("invoice.rebill", person);
        rebilling.enter();
        InvoiceRow row = locked(number, person);
        String why = reason(reason);
        InvoiceStory story = stories.of(row);
        boolean credited =
                stories.credited(row.id()).total().compareTo(row.figures().total()) == 0
                        && !story.creditNotes().isEmpty();
        if (row.documentType() != DocumentType.INVOICE
                || story.replacedBy() != null
                || !(row.status() == InvoiceStatus.VOID || credited)) {
            throw Problem.conflict("problem.invoice.rebill-what", number);
        }
        InvoiceRow fresh = rebilling.again(row, person);
        jdbc.sql("update invoice set replaced_by_id = :fresh where id = :id")
                .param("fresh", fresh.id())
                .param("id", row.id())
                .update();
        rebilling.event(row.id(), InvoiceEvent.Kind.REBILLED, fresh.id(), why, person);
        record("invoice.rebill", row, person, "newNumber", fresh.number());
        return fresh;
    }

    private InvoiceRow known(String number, Person person) {
        return reader.findRow(number).orElseThrow(() -> guard.refuse("invoice.look", null, number, person));
    }

    /** Holds the invoice until the transaction ends: two payments at once wait for each other. */
    private InvoiceRow locked(String number, Person person) {
        jdbc.sql("select id from invoice where number = :number for update")
                .param("number", number)
                .query(Long.class)
                .optional();
        return known(number, person);
    }

    /** Both in one order, whichever is named first. */
    private InvoiceRow locked(String number, String other, Person person) {
        jdbc.sql("select id from invoice where number in (:one, :other) order by id for update")
                .param("one", number)
                .param("other", other)
                .query(Long.class)
                .list();
        return known(number, person);
    }

    private boolean touched(InvoiceRow row) {
        InvoiceStory story = stories.of(row);
        return !story.payments().isEmpty() || !story.creditNotes().isEmpty();
    }

    private static BigDecimal exact(BigDecimal amount, InvoiceRow row) {
        int digits = Money.minorDigits(row.figures().currency());
        if (amount.stripTrailingZeros().scale() > digits || amount.precision() > 30) {
            throw Problem.invalid(
                            "problem.invoice.digits",
                            amount.toPlainString(),
                            row.figures().currency(),
                            digits)
                    .in("amount");
        }
        return amount.setScale(digits);
    }

    private static String reason(String reason) {
        if (reason.isBlank()) {
            throw Problem.invalid("problem.field-missing", "reason").in("reason");
        }
        return text(reason, "reason", 500);
    }

    private static String text(@Nullable String text, String field, int longest) {
        String given = text == null ? "" : text.strip();
        if (given.length() > longest) {
            throw Problem.invalid("problem.field-long", field, longest).in(field);
        }
        return given;
    }

    private static String money(BigDecimal amount, InvoiceRow row) {
        return amount.toPlainString() + " " + row.figures().currency();
    }

    private void record(String action, InvoiceRow row, Person person, String name, String value) {
        audit.record(AuditEvent.done(person.username(), action, row.scopeId(), row.number())
                .with(name, value));
    }
}
