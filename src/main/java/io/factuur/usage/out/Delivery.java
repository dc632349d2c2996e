package io.factuur.usage.out;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One live delivery of a chosen period; its rows lie in the range of its import. */
record Delivery(
        long id,
        long importId,
        long invoicedScopeId,
        LocalDate periodStart,
        LocalDate periodEnd,
        String currency,
        long rowCount,
        BigDecimal billedCost,
        boolean closed,
        long firstRowId,
        long lastRowId) {}
