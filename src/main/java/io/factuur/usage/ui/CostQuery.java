package io.factuur.usage.ui;

import com.vaadin.flow.router.QueryParameters;
import io.factuur.shared.Problem;
import io.factuur.usage.CostSpan;
import io.factuur.usage.Dimension;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an analysis shows, as it stands in the address: {@code ?by=tag&tag=env&from=2024-09-01&to=2024-09-30}.
 *
 * @param tag the key, by tag; else empty
 */
record CostQuery(Dimension by, String tag, CostSpan span) {

    static CostQuery of(QueryParameters asked, LocalDate today) {
        Dimension by;
        CostSpan span = CostSpan.month(YearMonth.from(today));
        try {
            by = Dimension.of(asked.getSingleParameter("by").orElse(Dimension.DAY.code()));
        } catch (Problem unknown) {
            by = Dimension.DAY;
        }
        try {
            LocalDate from = LocalDate.parse(asked.getSingleParameter("from").orElse(""));
            LocalDate to = LocalDate.parse(asked.getSingleParameter("to").orElse(""));
            if (!to.isBefore(from)) {
                span = new CostSpan(from, to.plusDays(1));
            }
        } catch (DateTimeException notThere) {
            // this month
        }
        return new CostQuery(by, asked.getSingleParameter("tag").orElse(""), span);
    }

    CostQuery by(Dimension other) {
        return new CostQuery(other, tag, span);
    }

    CostQuery tag(String other) {
        return new CostQuery(by, other, span);
    }

    CostQuery span(CostSpan other) {
        return new CostQuery(by, tag, other);
    }

    QueryParameters parameters() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("by", by.code());
        if (by == Dimension.TAG && !tag.isEmpty()) {
            parts.put("tag", tag);
        }
        parts.put("from", span.from().toString());
        parts.put("to", span.to().minusDays(1).toString());
        return QueryParameters.simple(parts);
    }
}
