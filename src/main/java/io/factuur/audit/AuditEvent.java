package io.factuur.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened or was refused.
 *
 * @param actor who did it: a user name, or the name of a background job in angle brackets
 * @param action a verb phrase in dotted form, {@code invoice.download}
 * @param subject what it was done to: an invoice number, a file name; never a mail address
 * @param scopeId the billing scope it concerns, if any
 * @param detail further facts, before and after of a change among them
 */
public record AuditEvent(
        String actor,
        String action,
        Outcome outcome,
        @Nullable Long scopeId,
        String subject,
        Map<String, String> detail) {

    public enum Outcome {
        DONE,
        REFUSED,
        FAILED;

        /** Key of the word people read. */
        public String labelKey() {
            return "audit.outcome." + name();
        }
    }

    public AuditEvent {
        detail = new LinkedHashMap<>(detail);
    }

    public static AuditEvent done(String actor, String action, @Nullable Long scopeId, String subject) {
        return new AuditEvent(actor, action, Outcome.DONE, scopeId, subject, Map.of());
    }

    public static AuditEvent refused(String actor, String action, @Nullable Long scopeId, String subject) {
        return new AuditEvent(actor, action, Outcome.REFUSED, scopeId, subject, Map.of());
    }

    public AuditEvent with(String name, @Nullable Object value) {
        Map<String, String> more = new LinkedHashMap<>(detail);
        more.put(name, value == null ? "" : value.toString());
        return new AuditEvent(actor, action, outcome, scopeId, subject, more);
    }
}
