package io.factuur.audit;

import io.factuur.audit.AuditEvent.Outcome;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal, as read.
 *
 * @param seal its number in the chain; null for the second or so until it is chained
 */
public record AuditRow(
        long id,
        @Nullable Long seal,
        Instant at,
        String actor,
        String action,
        Outcome outcome,
        @Nullable Long scopeId,
        String subject,
        Map<String, String> detail,
        @Nullable String hash) {}
