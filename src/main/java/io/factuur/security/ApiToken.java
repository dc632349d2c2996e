package io.factuur.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A program's key, as stored: only the SHA-256 of the secret is kept. */
@Table("api_token")
record ApiToken(
        @Id @Nullable Long id,
        long personId,
        String name,
        String hash,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {}
