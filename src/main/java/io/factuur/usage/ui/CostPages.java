package io.factuur.usage.ui;

import io.factuur.usage.CostSpan;
import io.factuur.usage.Dimension;
import java.time.YearMonth;

/** Addresses of a scope's cost analysis: where a figure's rows are. */
final class CostPages {

    private CostPages() {}

    static String month(long scopeId, YearMonth month) {
        return month(scopeId, month, Dimension.DAY);
    }

    static String month(long scopeId, YearMonth month, Dimension by) {
        return "billing/" + scopeId + "/costs?"
                + new CostQuery(by, "", CostSpan.month(month)).parameters().getQueryString();
    }
}
