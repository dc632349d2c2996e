package io.factuur.usage.in;

import io.factuur.usage.ColumnName;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in the words of FOCUS what Azure says in its own. */
final class AzureWords {

    private static final Map<String, String> SERVICE_CATEGORIES = Map.ofEntries(
            Map.entry("ai + machine learning", "AI and Machine Learning"),
            Map.entry("analytics", "Analytics"),
            Map.entry("business applications", "Business Applications"),
            Map.entry("compute", "Compute"),
            Map.entry("containers", "Compute"),
            Map.entry("databases", "Databases"),
            Map.entry("data", "Databases"),
            Map.entry("developer tools", "Developer Tools"),
            Map.entry("devops", "Developer Tools"),
            Map.entry("identity", "Identity"),
            Map.entry("integration", "Integration"),
            Map.entry("internet of things", "Internet of Things"),
            Map.entry("management and governance", "Management and Governance"),
            Map.entry("media", "Media"),
            Map.entry("migration", "Migration"),
            Map.entry("mobile", "Mobile"),
            Map.entry("networking", "Networking"),
            Map.entry("security", "Security"),
            Map.entry("storage", "Storage"),
            Map.entry("web", "Web"));
    private static final Set<String> NOBODY = Set.of("unassigned", "others", "not applicable", "n/a");

    /** Columns that a usage file would fill from the rest of the row if it did not know that they came in blank. */
    private static final Set<String> BLANK_COUNTS =
            Stream.of("""
                    MeterRegion ResourceGroup ResourceGroupName ConsumedService PublisherType ServiceFamily ChargeType
                    Frequency PricingModel ResourceLocation ResourceLocationNormalized Location EffectivePrice ProductId
                    CostInUsd PaygCostInUsd CostInPricingCurrency ExchangeRatePricingToBilling ServicePeriodStartDate
                    ServicePeriodEndDate""".split("\\s+")).map(ColumnName::key).collect(Collectors.toUnmodifiableSet());

    private AzureWords() {}

    static String chargeCategory(String type) {
        return switch (plain(type)) {
            case "", "usage", "unusedreservation", "unusedsavingsplan" -> "Usage";
            case "purchase", "refund" -> "Purchase";
            case "tax" -> "Tax";
            case "credit" -> "Credit";
            default -> "Adjustment";
        };
    }

    /** Files of 2019 say how it was charged in front: {@code AsCharged-Usage}. */
    private static String plain(String type) {
        return type.substring(type.lastIndexOf('-') + 1).strip().toLowerCase(Locale.ROOT);
    }

    static boolean isRefund(String type) {
        return plain(type).equals("refund");
    }

    static boolean isUnused(String type) {
        return plain(type).startsWith("unused");
    }

    static boolean isSavingsPlan(String type, @Nullable String model) {
        return "SavingsPlan".equalsIgnoreCase(model) || plain(type).equals("unusedsavingsplan");
    }

    static boolean blankCounts(String column) {
        return BLANK_COUNTS.contains(ColumnName.key(column));
    }

    static @Nullable String chargeFrequency(@Nullable String frequency) {
        return switch (frequency == null ? "" : frequency.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "onetime", "one-time" -> "One-Time";
            case "recurring" -> "Recurring";
            default -> "Usage-Based";
        };
    }

    static @Nullable String pricingCategory(@Nullable String model) {
        return switch (model == null ? "" : model.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "ondemand" -> "Standard";
            case "spot" -> "Dynamic";
            case "reservation", "savingsplan" -> "Committed";
            default -> "Other";
        };
    }

    static boolean isCommitment(@Nullable String model) {
        return "Committed".equals(pricingCategory(model));
    }

    static String serviceCategory(@Nullable String family) {
        return family == null ? "Other" : SERVICE_CATEGORIES.getOrDefault(family.toLowerCase(Locale.ROOT), "Other");
    }

    /** Azure writes a word where there is nobody to name. */
    static @Nullable String somebody(@Nullable String name) {
        return name == null || NOBODY.contains(name.toLowerCase(Locale.ROOT)) ? null : name;
    }

    static @Nullable String region(@Nullable String location) {
        return location == null ? null : location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** {@code "k": "v","k2": "v2"} is JSON but for its braces; whatever else stands there is left alone. */
    static @Nullable String tags(@Nullable String tags) {
        return tags != null && tags.stripLeading().startsWith("\"") ? "{" + tags + "}" : tags;
    }

    static @Nullable String tagsWithoutBraces(@Nullable String tags) {
        return tags != null && tags.startsWith("{\"") && tags.endsWith("}")
                ? tags.substring(1, tags.length() - 1)
                : tags;
    }

    /** {@code Microsoft.Compute/virtualMachines} of a resource's path. */
    static @Nullable String resourceType(@Nullable String resourceId) {
        int at = resourceId == null ? -1 : resourceId.toLowerCase(Locale.ROOT).lastIndexOf("/providers/");
        if (resourceId == null || at < 0) {
            return null;
        }
        String[] parts = resourceId.substring(at + "/providers/".length()).split("/");
        StringBuilder type = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i += 2) {
            type.append('/').append(parts[i]);
        }
        return parts.length < 2 ? null : type.toString();
    }
}
