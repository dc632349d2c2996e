package io.factuur.audit;

import io.factuur.audit.AuditEvent.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal to read.
 *
 * @param from the first moment, included
 * @param to the moment after the last
 * @param actor exactly this user name
 * @param action this action or those that begin with it: {@code invoice} finds {@code invoice.download}
 * @param text part of the subject or of the detail
 */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Outcome outcome,
        @Nullable Long scopeId,
        @Nullable String text) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
}
