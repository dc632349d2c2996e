package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Writes a new passkey into the journal; the rest it leaves to the repository behind it. */
class JournalledPasskeys implements UserCredentialRepository {

    private final UserCredentialRepository keys;
    private final PublicKeyCredentialUserEntityRepository owners;
    private final AuditLog audit;

    JournalledPasskeys(UserCredentialRepository keys, PublicKeyCredentialUserEntityRepository owners, AuditLog audit) {
        this.keys = keys;
        this.owners = owners;
        this.audit = audit;
    }

    @Override
    public void save(CredentialRecord key) {
        boolean fresh = keys.findByCredentialId(key.getCredentialId()) == null;
        keys.save(key);
        PublicKeyCredentialUserEntity owner = owners.findById(key.getUserEntityUserId());
        if (fresh && owner != null) {
            audit.record(AuditEvent.done(owner.getName(), "passkey.add", null, key.getLabel()));
        }
    }

    @Override
    public void delete(Bytes credentialId) {
        keys.delete(credentialId);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return keys.findByCredentialId(credentialId);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return keys.findByUserId(userId);
    }
}
