package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.shared.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of the person who asks. They are added by the browser, through Spring Security's own calls. */
@Service
public class Passkeys {

    private final PublicKeyCredentialUserEntityRepository owners;
    private final UserCredentialRepository keys;
    private final AuditLog audit;

    Passkeys(PublicKeyCredentialUserEntityRepository owners, UserCredentialRepository keys, AuditLog audit) {
        this.owners = owners;
        this.keys = keys;
        this.audit = audit;
    }

    public record Passkey(
            String id,
            String name,
            @Nullable Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    @Transactional(readOnly = true)
    public List<Passkey> list(Person person) {
        PublicKeyCredentialUserEntity owner = owners.findByUsername(person.username());
        return owner == null
                ? List.of()
                : keys.findByUserId(owner.getId()).stream()
                        .sorted(Comparator.comparing(CredentialRecord::getCreated))
                        .map(key -> new Passkey(
                                key.getCredentialId().toBase64UrlString(),
                                key.getLabel(),
                                key.getCreated(),
                                key.getLastUsed()))
                        .toList();
    }

    /** Removes one of the person's own. */
    @Transactional
    public void remove(String id, Person person) {
        Passkey own = list(person).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
        keys.delete(Bytes.fromBase64(id));
        audit.record(AuditEvent.done(person.username(), "passkey.remove", null, own.name()));
    }
}
