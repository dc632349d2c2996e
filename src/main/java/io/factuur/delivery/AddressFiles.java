package io.factuur.delivery;

import io.factuur.access.Guard;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers somebody who wants to know what is stored about their address, and erases it if they wish. */
@Service
public class AddressFiles {

    private final JdbcClient jdbc;
    private final RecipientStore recipients;
    private final ReceiptStore receipts;
    private final Erasure erasure;
    private final AddressKey keys;
    private final Guard guard;
    private final AuditLog audit;

    AddressFiles(
            JdbcClient jdbc,
            RecipientStore recipients,
            ReceiptStore receipts,
            Erasure erasure,
            AddressKey keys,
            Guard guard,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.receipts = receipts;
        this.erasure = erasure;
        this.keys = keys;
        this.guard = guard;
        this.audit = audit;
    }

    /** For the operator, on behalf of whoever the address belongs to. */
    @Transactional
    public AddressFile of(EmailAddress address, Person person) {
        guard.requireOperator("mail.address-export", person);
        String key = keys.of(address);
        audit.record(AuditEvent.done(person.username(), "mail.address-export", null, key));
        return new AddressFile(
                address.value(),
                key,
                people(address),
                recipients.everywhere(key).stream().map(this::entry).toList(),
                receipts.ofAddress(key),
                erasure.ofAddress(key));
    }

    /** Takes an address out of the recipients of every scope. Says nothing of people who sign in with it. */
    @Transactional
    public List<ErasureCertificate> erase(EmailAddress address, Person person) {
        guard.requireOperator("mail.address-erase", person);
        return recipients.everywhere(keys.of(address)).stream()
                .map(row -> erasure.erase(row, ErasureReason.REMOVED, person.username()))
                .toList();
    }

    private List<String> people(EmailAddress address) {
        return jdbc.sql("""
                select username from person
                where lower(email) = :address or lower(communication_email) = :address order by username
                """)
                .param("address", address.normalised())
                .query(String.class)
                .list();
    }

    private AddressFile.Entry entry(RecipientRow row) {
        return new AddressFile.Entry(
                row.id(),
                row.scopeId(),
                recipients.scope(row.scopeId()).map(MailScope::name).orElse(""),
                row.language(),
                row.content(),
                row.endsOn(),
                row.addedAt(),
                row.addedBy(),
                row.confirmedAt());
    }
}
