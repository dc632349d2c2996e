package io.factuur.delivery;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who got an invoice, and who did not and why. */
@Service
public class Receipts {

    private final ReceiptStore store;
    private final Papers papers;
    private final Guard guard;
    private final AuditLog audit;

    Receipts(ReceiptStore store, Papers papers, Guard guard, AuditLog audit) {
        this.store = store;
        this.papers = papers;
        this.guard = guard;
        this.audit = audit;
    }

    /** The receipt book of an invoice: for who may see its mail preference, and the operator. */
    @Transactional(readOnly = true)
    public List<Receipt> of(String invoiceNumber, long afterId, int limit, Person person) {
        require(Operation.SEE_INVOICE_MAIL, invoiceNumber, person);
        return store.ofInvoice(invoiceNumber, afterId, limit);
    }

    /** The invoices of a scope that were mailed last, each with what became of its mails. */
    @Transactional(readOnly = true)
    public List<ReceiptBook> latest(long scopeId, int limit, Person person) {
        if (person.operator()) {
            guard.requireOperator(Operation.SEE_INVOICE_MAIL.name(), person);
        } else {
            guard.require(Operation.SEE_INVOICE_MAIL, scopeId, person);
        }
        return store.latest(scopeId, limit);
    }

    @Transactional(readOnly = true)
    public ReceiptCount count(String invoiceNumber, Person person) {
        require(Operation.SEE_INVOICE_MAIL, invoiceNumber, person);
        return store.countOfInvoice(invoiceNumber);
    }

    /** Whether the person may have mails of an invoice sent again. */
    @Transactional(readOnly = true)
    public boolean mayResend(String invoiceNumber, Person person) {
        return person.operator()
                || papers.find(invoiceNumber)
                        .map(paper -> guard.allows(Operation.CHANGE_INVOICE_MAIL, paper.scopeId(), person))
                        .orElse(false);
    }

    /** All that happened to one mail. */
    @Transactional(readOnly = true)
    public List<MailEvent> events(long receiptId, Person person) {
        require(Operation.SEE_INVOICE_MAIL, receipt(receiptId, person).invoiceNumber(), person);
        return store.events(receiptId);
    }

    /** Sends a mail again, by somebody's word; whether the recipient may still get it is asked when it leaves. */
    @Transactional
    public void resend(long receiptId, Person person) {
        Receipt receipt = receipt(receiptId, person);
        long scopeId = require(Operation.CHANGE_INVOICE_MAIL, receipt.invoiceNumber(), person);
        if (!store.resend(receiptId, person.username())) {
            throw Problem.conflict("delivery.problem.not-now", receipt.state());
        }
        audit.record(AuditEvent.done(person.username(), "invoice-mail.resend", scopeId, receipt.invoiceNumber())
                .with("mail", receiptId));
    }

    /** The same, of a certain invoice: one of another is not there. */
    @Transactional
    public void resend(String invoiceNumber, long receiptId, Person person) {
        if (!receipt(receiptId, person).invoiceNumber().equals(invoiceNumber)) {
            throw guard.refuse("invoice-mail.receipt", null, "mail " + receiptId, person);
        }
        resend(receiptId, person);
    }

    private Receipt receipt(long id, Person person) {
        return store.find(id).orElseThrow(() -> guard.refuse("invoice-mail.receipt", null, "mail " + id, person));
    }

    private long require(Operation operation, String invoiceNumber, Person person) {
        Paper paper =
                papers.find(invoiceNumber).orElseThrow(() -> guard.refuseUnknown(operation, invoiceNumber, person));
        if (person.operator()) {
            guard.requireOperator(operation.name(), person);
        } else if (!guard.allows(operation, paper.scopeId(), person)) {
            throw guard.refuse(operation.name(), paper.scopeId(), invoiceNumber, person);
        }
        return paper.scopeId();
    }
}
