package io.factuur.usage.out;

import io.factuur.usage.Dimension;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a row belongs when charges are told apart: the same for sums and for the rows behind them. */
final class Parted {

    private static final int LONGEST = 300;
    private static final Source REGION = Source.first(
            Source.stored("region_name"), Source.stored("region_id"), Source.extra("ResourceLocation", "location"));
    private static final Source GROUP = Source.first(
            Source.extra("ResourceGroup", "ResourceGroupName", "x_ResourceGroupName"), Azure.RESOURCE_GROUP);

    private Parted() {}

    /** Empty where the row has none. */
    static String value(Dimension by, String tag, Row row) {
        return switch (by) {
            case DAY -> clipped(row.stored("charge_day"));
            case SERVICE -> clipped(row.stored("service_name"));
            case SUBSCRIPTION -> clipped(row.stored("scope_id"));
            case REGION -> clipped(REGION.of(row));
            case RESOURCE_GROUP -> clipped(GROUP.of(row)).toLowerCase(Locale.ROOT);
            case TAG -> tags(row.stored("tags")).getOrDefault(clipped(tag), "");
            case MARKETPLACE -> isMarketplace(row.stored("publisher_name")) ? "marketplace" : "";
        };
    }

    static Set<String> reads(Dimension by) {
        return switch (by) {
            case DAY -> Set.of("charge_day");
            case SERVICE -> Set.of("service_name");
            case SUBSCRIPTION -> Set.of("scope_id");
            case REGION -> REGION.reads();
            case RESOURCE_GROUP -> GROUP.reads();
            case TAG -> Set.of("tags");
            case MARKETPLACE -> Set.of("publisher_name");
        };
    }

    /** The tags of a row; none where they are no JSON object. */
    static Map<String, String> tags(@Nullable String json) {
        Map<String, String> tags = new HashMap<>();
        try {
            ExtraJson.read(json, (key, value) -> tags.put(clipped(key), clipped(value)));
        } catch (IllegalStateException | IndexOutOfBoundsException | NumberFormatException noJson) {
            return Map.of();
        }
        return tags;
    }

    private static boolean isMarketplace(@Nullable String publisher) {
        return publisher != null && !publisher.isEmpty() && !publisher.startsWith("Microsoft");
    }

    private static String clipped(@Nullable String text) {
        String value = Objects.requireNonNullElse(text, "");
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
