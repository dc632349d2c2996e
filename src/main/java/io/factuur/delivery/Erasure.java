package io.factuur.delivery;

import static io.factuur.delivery.RecipientStore.time;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.mail.MailboxEraser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an address out of everything: the list, the mails that have not left, the mailbox of the demo. What stays is the
 * receipt of a mail already sent, under the address's keyed hash.
 */
@Component
class Erasure {

    private final JdbcClient jdbc;
    private final RecipientStore store;
    private final AddressKey keys;
    private final MailboxEraser mailbox;
    private final AuditLog audit;
    private final Clock clock;

    Erasure(
            JdbcClient jdbc,
            RecipientStore store,
            AddressKey keys,
            MailboxEraser mailbox,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.keys = keys;
        this.mailbox = mailbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param by a user name, or who in angle brackets */
    @Transactional
    public ErasureCertificate erase(RecipientRow row, ErasureReason reason, String by) {
        store.delete(row.id());
        forgetUnsent(row);
        if (store.everywhere(row.addressKey()).isEmpty() && !isSomebodysOwn(row)) {
            mailbox.erase(row.email());
        }
        ErasureCertificate certificate = certify(row, reason, by);
        audit.record(AuditEvent.done(by, "invoice-mail.erase", row.scopeId(), "recipient " + row.id())
                .with("reason", reason.name())
                .with("certificate", certificate.code()));
        return certificate;
    }

    /** A role's mail stays in the queue; what only this recipient was to get goes. */
    private void forgetUnsent(RecipientRow row) {
        jdbc.sql("""
                update mail_outbox set recipient_id = null
                where scope_id = :scope and address_key = :key and recipient_id = :id and person_id is not null
                """)
                .param("scope", row.scopeId())
                .param("key", row.addressKey())
                .param("id", row.id())
                .update();
        jdbc.sql("""
                delete from mail_outbox where scope_id = :scope and address_key = :key and person_id is null
                and (kind = 'CONFIRMATION' or (accepted_at is null and state not in ('SENDING', 'UNKNOWN')))
                """)
                .param("scope", row.scopeId())
                .param("key", row.addressKey())
                .update();
        jdbc.sql("update mail_outbox set recipient_id = null where recipient_id = :id")
                .param("id", row.id())
                .update();
    }

    private boolean isSomebodysOwn(RecipientRow row) {
        return jdbc.sql("""
                        select count(*) from person
                        where lower(email) = :address or lower(communication_email) = :address
                        """)
                        .param("address", row.email().normalised())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private ErasureCertificate certify(RecipientRow row, ErasureReason reason, String by) {
        int receipts = jdbc.sql("select count(*) from mail_outbox where scope_id = :scope and address_key = :key")
                .param("scope", row.scopeId())
                .param("key", row.addressKey())
                .query(Integer.class)
                .single();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ErasureCertificate open = new ErasureCertificate(
                UUID.randomUUID().toString(), row.scopeId(), row.addressKey(), reason, now, receipts, "");
        ErasureCertificate certificate = new ErasureCertificate(
                open.code(),
                open.scopeId(),
                open.addressKey(),
                reason,
                now,
                receipts,
                keys.seal("erasure", open.sealed()));
        jdbc.sql("""
                insert into erasure_certificate
                (code, scope_id, address_key, reason, erased_at, erased_by, receipts, seal)
                values (:code, :scope, :key, :reason, :at, :by, :receipts, :seal)
                """)
                .param("code", certificate.code())
                .param("scope", certificate.scopeId())
                .param("key", certificate.addressKey())
                .param("reason", reason.name())
                .param("at", time(now))
                .param("by", by)
                .param("receipts", receipts)
                .param("seal", certificate.seal())
                .update();
        return certificate;
    }

    Optional<ErasureCertificate> find(String code) {
        return jdbc.sql("""
                select code, scope_id, address_key, reason, erased_at, receipts, seal
                from erasure_certificate where code = :code
                """).param("code", code).query(ErasureCertificate.class).optional();
    }

    List<ErasureCertificate> ofAddress(String addressKey) {
        return jdbc.sql("""
                select code, scope_id, address_key, reason, erased_at, receipts, seal
                from erasure_certificate where address_key = :key order by id
                """)
                .param("key", addressKey)
                .query(ErasureCertificate.class)
                .list();
    }

    boolean isGenuine(ErasureCertificate certificate) {
        return keys.isSeal(certificate.seal(), "erasure", certificate.sealed());
    }
}
