package io.factuur.usage.out;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in Azure's words what a row says in those of FOCUS. */
final class Azure {

    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: 0?0:00(?::00)?)?");
    private static final Pattern GROUP = Pattern.compile("/resourceGroups/([^/]+)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> FREQUENCIES =
            Map.of("Usage-Based", "UsageBased", "One-Time", "OneTime", "Recurring", "Recurring");

    static final Source SUBSCRIPTION = new Source.Said(Source.stored("sub_account_id"), Azure::lastSegment);
    static final Source RESOURCE_GROUP = new Source.Said(Source.stored("resource_id"), Azure::resourceGroup);
    static final Source FREQUENCY = new Source.Said(
            Source.stored("charge_frequency"), value -> value == null ? null : FREQUENCIES.getOrDefault(value, value));
    static final Source PERIOD_START = new Source.Said(Source.stored("billing_period_start"), Azure::day);
    /** Azure's ends are the last day, ours the day after. */
    static final Source PERIOD_END = new Source.Said(Source.stored("billing_period_end"), Azure::dayBefore);

    static final Source CHARGE_TYPE = new Source.Computed(
            Set.of("charge_category", "charge_class"),
            row -> chargeType(row.stored("charge_category"), row.stored("charge_class")));
    static final Source PRICING_MODEL = new Source.Computed(
            Set.of("pricing_category", "commitment_discount_type"),
            row -> pricingModel(row.stored("pricing_category"), row.stored("commitment_discount_type")));
    static final Source PUBLISHER_TYPE = new Source.Computed(
            Set.of("publisher_name", "provider_name"),
            row -> publisherType(row.stored("publisher_name"), row.stored("provider_name")));

    private Azure() {}

    /** The first that came in as text has another way of writing dates. */
    static @Nullable String isoDay(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher american = AMERICAN.matcher(text.strip());
        return american.matches()
                ? "%s-%2s-%2s"
                        .formatted(american.group(3), american.group(1), american.group(2))
                        .replace(' ', '0')
                : text;
    }

    static @Nullable String day(@Nullable String instant) {
        return instant == null || instant.length() < 10 ? instant : instant.substring(0, 10);
    }

    static @Nullable String dayBefore(@Nullable String instant) {
        String day = day(instant);
        return day == null || day.length() < 10
                ? day
                : LocalDate.parse(day).minusDays(1).toString();
    }

    /** EA writes tags without the braces of JSON. */
    static @Nullable String withoutBraces(@Nullable String json) {
        return json != null && json.startsWith("{") && json.endsWith("}") ? json.substring(1, json.length() - 1) : json;
    }

    private static @Nullable String lastSegment(@Nullable String id) {
        return id == null ? null : id.substring(id.lastIndexOf('/') + 1);
    }

    private static @Nullable String resourceGroup(@Nullable String id) {
        Matcher group = GROUP.matcher(id == null ? "" : id);
        return group.find() ? group.group(1) : null;
    }

    private static @Nullable String chargeType(@Nullable String category, @Nullable String chargeClass) {
        if (category == null) {
            return null;
        }
        return switch (category) {
            case "Purchase" -> "Correction".equals(chargeClass) ? "Refund" : "Purchase";
            case "Adjustment" -> "RoundingAdjustment";
            default -> category;
        };
    }

    private static @Nullable String pricingModel(@Nullable String category, @Nullable String commitment) {
        return switch (category == null ? "" : category) {
            case "Standard" -> "OnDemand";
            case "Dynamic" -> "Spot";
            case "Committed" -> commitment != null && commitment.contains("avings") ? "SavingsPlan" : "Reservation";
            default -> category;
        };
    }

    private static @Nullable String publisherType(@Nullable String publisher, @Nullable String provider) {
        if (publisher == null) {
            return null;
        }
        return publisher.startsWith("Microsoft") || publisher.equals(provider) ? "Azure" : "Marketplace";
    }
}
