package io.factuur.usage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A usage file as programs ask for it, in an address or a JSON object; only scope and period must be there.
 *
 * @param period {@code 2024-09}, the first day of a period, or {@code 2024-09-01/2024-09-14}: days of usage, both included
 * @param metric {@code actual} or {@code amortized}
 * @param by only a part: {@code service}, {@code region}, {@code tag} …
 * @param tag the key, with {@code by=tag}
 * @param value which service, region …
 */
public record UsageOrder(
        @Nullable String scope,
        @Nullable String period,
        @Nullable String format,
        @Nullable String dialect,
        @Nullable String charges,
        @Nullable String metric,
        @Nullable String by,
        @Nullable String tag,
        @Nullable String value) {

    static UsageOrder of(UsageRequest request) {
        Narrowing only = request.only();
        return new UsageOrder(
                String.valueOf(request.scopeId()),
                request.period().code(),
                request.format().code(),
                request.dialect().code(),
                request.charges().code(),
                request.metric().code(),
                only == null ? null : only.by().code(),
                only == null ? null : only.tag(),
                only == null ? null : only.value());
    }

    /** What it says of a file that knows no other parts. */
    PriceOrder priceOrder() {
        return new PriceOrder(scope, period, dialect);
    }

    /** The parts that are there, by name. */
    public Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        put(parts, "scope", scope);
        put(parts, "period", period);
        put(parts, "format", format);
        put(parts, "dialect", dialect);
        put(parts, "charges", charges);
        put(parts, "metric", metric);
        put(parts, "by", by);
        put(parts, "tag", tag);
        put(parts, "value", value);
        return parts;
    }

    /** {@code /api/v1/usage?…}. */
    public String path() {
        StringJoiner query = new StringJoiner("&", "/api/v1/usage?", "");
        parts().forEach((name, part) -> query.add(name + "=" + URLEncoder.encode(part, StandardCharsets.UTF_8)));
        return query.toString();
    }

    private static void put(Map<String, String> parts, String name, @Nullable String part) {
        if (part != null) {
            parts.put(name, part);
        }
    }
}
