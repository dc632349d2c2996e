package io.factuur.usage.ui;

import io.factuur.ui.FileDesk;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.CostSlice;
import io.factuur.usage.Dialect;
import io.factuur.usage.Dimension;
import io.factuur.usage.Metric;
import io.factuur.usage.Narrowing;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageOrder;
import io.factuur.usage.UsageRequest;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Says to the desk what a page offers. */
final class UsageWanted {

    private static final JsonMapper JSON = new JsonMapper();

    private UsageWanted() {}

    static FileDesk.Wanted usage(UsageRequest request) {
        UsageOrder order = request.order();
        return new FileDesk.Wanted("usage", JSON.writeValueAsString(order.parts()), order.path());
    }

    /** The rows behind a bar. */
    static FileDesk.Wanted slice(long scope, CostQuery query, CostSlice slice) {
        return usage(new UsageRequest(
                scope,
                PeriodChoice.days(query.span().from(), query.span().to()),
                UsageFormat.FOCUS_1_2,
                Dialect.MACHINE,
                ChargeChoice.ALL,
                Metric.ACTUAL,
                new Narrowing(query.by(), query.by() == Dimension.TAG ? query.tag() : "", slice.item())));
    }

    /** Where the row count, the sums and the SHA-256 of a file are, without a slash in front. */
    static String manifest(FileDesk.Wanted wanted) {
        return wanted.path().substring(1).replaceFirst("\\?", "/manifest?");
    }

    /** @param kind {@code prices} or {@code balance} */
    static FileDesk.Wanted sheet(String kind, long scope, PeriodChoice period, Dialect dialect) {
        Map<String, String> parts =
                Map.of("scope", String.valueOf(scope), "period", period.code(), "dialect", dialect.code());
        return new FileDesk.Wanted(
                kind,
                JSON.writeValueAsString(parts),
                "/api/v1/usage/" + kind + "?scope=" + scope + "&period=" + period.code() + "&dialect="
                        + dialect.code());
    }
}
