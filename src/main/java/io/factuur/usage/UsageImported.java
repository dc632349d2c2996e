package io.factuur.usage;

import java.time.LocalDate;
import java.util.List;

/** Told when usage has gone live, within the transaction that made it so. */
public record UsageImported(long importId, List<Delivered> deliveries) {

    /**
     * @param billedScopeId the scope that the file names
     * @param invoicedScopeId the scope whose invoice the rows will stand on
     * @param periodStart first day of the billing period that they count for
     */
    public record Delivered(long billedScopeId, long invoicedScopeId, LocalDate periodStart) {}
}
