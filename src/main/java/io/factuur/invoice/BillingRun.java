package io.factuur.invoice;

import java.time.Instant;

/**
 * One closing of an account's period.
 *
 * @param scopeId the account, or the one invoiced scope, that was closed
 * @param period as it was asked for: {@code yyyy-MM} or {@code yyyy-MM-dd}
 * @param invoices how many invoices stand for it
 */
public record BillingRun(
        long id, long scopeId, String scopeName, String period, Instant startedAt, String startedBy, long invoices) {}
