package io.factuur.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The column rules of FOCUS 1.2, written down from the specification (tag v1.2, CC BY 4.0) and from nothing of ours, so
 * that a mistake in the writer is not made here as well.
 */
final class FocusSpec {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> NEVER_NULL = List.of(
            "BilledCost",
            "EffectiveCost",
            "ListCost",
            "ContractedCost",
            "BillingPeriodStart",
            "BillingPeriodEnd",
            "ChargePeriodStart",
            "ChargePeriodEnd",
            "BillingAccountId",
            "BillingAccountType",
            "BillingCurrency",
            "InvoiceIssuerName",
            "ProviderName",
            "PublisherName",
            "ChargeCategory",
            "ChargeFrequency",
            "ServiceCategory",
            "ServiceName",
            "ServiceSubcategory",
            "PricingCurrency");

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "ChargeCategory", Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment"),
            "ChargeClass", Set.of("Correction"),
            "ChargeFrequency", Set.of("One-Time", "Recurring", "Usage-Based"),
            "PricingCategory", Set.of("Standard", "Dynamic", "Committed", "Other"),
            "CommitmentDiscountCategory", Set.of("Spend", "Usage"),
            "CommitmentDiscountStatus", Set.of("Used", "Unused"),
            "CapacityReservationStatus", Set.of("Used", "Unused"),
            "ServiceCategory",
                    Set.of(
                            "AI and Machine Learning",
                            "Analytics",
                            "Business Applications",
                            "Compute",
                            "Databases",
                            "Developer Tools",
                            "Multicloud",
                            "Identity",
                            "Integration",
                            "Internet of Things",
                            "Management and Governance",
                            "Media",
                            "Migration",
                            "Mobile",
                            "Networking",
                            "Security",
                            "Storage",
                            "Web",
                            "Other"));

    /** Null together, or neither. */
    private static final List<List<String>> TOGETHER = List.of(
            List.of("PricingQuantity", "PricingUnit"),
            List.of("ConsumedQuantity", "ConsumedUnit"),
            List.of("RegionId", "RegionName"),
            List.of("ResourceId", "ResourceType"),
            List.of("SubAccountId", "SubAccountName"),
            List.of("SubAccountId", "SubAccountType"),
            List.of("CommitmentDiscountId", "CommitmentDiscountCategory"),
            List.of("CommitmentDiscountId", "CommitmentDiscountType"),
            List.of("CommitmentDiscountQuantity", "CommitmentDiscountUnit"));

    /** The second is null where the first is. */
    private static final List<List<String>> DEPENDS = List.of(
            List.of("ResourceId", "ResourceName"),
            List.of("SkuId", "SkuMeter"),
            List.of("SkuPriceId", "SkuPriceDetails"),
            List.of("CommitmentDiscountId", "CommitmentDiscountName"),
            List.of("CommitmentDiscountId", "CommitmentDiscountStatus"),
            List.of("CapacityReservationId", "CapacityReservationStatus"));

    private final List<String> broken = new ArrayList<>();
    private final Map<String, String> row;

    private FocusSpec(Map<String, String> row) {
        this.row = row;
    }

    /** Each rule that a row breaks. */
    static List<String> broken(Map<String, String> row) {
        FocusSpec spec = new FocusSpec(row);
        NEVER_NULL.forEach(column -> spec.demand(spec.has(column), column + " is null"));
        ALLOWED.forEach((column, words) -> spec.demand(
                !spec.has(column) || words.contains(spec.row.get(column)), column + " is " + spec.row.get(column)));
        TOGETHER.forEach(pair ->
                spec.demand(spec.has(pair.getFirst()) == spec.has(pair.getLast()), pair + " are not null together"));
        DEPENDS.forEach(pair -> spec.demand(
                spec.has(pair.getFirst()) || !spec.has(pair.getLast()),
                pair.getLast() + " without " + pair.getFirst()));
        spec.charges();
        spec.commitments();
        spec.forms();
        return spec.broken;
    }

    private void charges() {
        boolean correction = has("ChargeClass");
        boolean bought = (is("ChargeCategory", "Usage") || is("ChargeCategory", "Purchase")) && !correction;
        demand(
                !is("ChargeCategory", "Purchase") || !is("ChargeFrequency", "Usage-Based"),
                "a purchase that is Usage-Based");
        for (String column : List.of(
                "PricingQuantity",
                "PricingCategory",
                "SkuId",
                "SkuPriceId",
                "ContractedUnitPrice",
                "ListUnitPrice",
                "PricingCurrencyContractedUnitPrice",
                "PricingCurrencyListUnitPrice")) {
            demand(!is("ChargeCategory", "Tax") || !has(column), "a tax with " + column);
        }
        for (String column : List.of("PricingQuantity", "PricingCategory", "SkuId", "SkuPriceId")) {
            demand(!bought || has(column), column + " of usage or a purchase is null");
        }
        for (String column : List.of("ContractedUnitPrice", "ListUnitPrice")) {
            demand(!has(column) || number(column).signum() >= 0, column + " is negative");
        }
        boolean consumed = is("ChargeCategory", "Usage") && !is("CommitmentDiscountStatus", "Unused");
        demand(consumed || !has("ConsumedQuantity"), "ConsumedQuantity of what was not consumed");
        demand(!consumed || correction || has("ConsumedQuantity"), "ConsumedQuantity of usage is null");
        if (has("ServiceSubcategory") && value("ServiceSubcategory").startsWith("Other (")) {
            demand(
                    is("ServiceSubcategory", "Other (" + value("ServiceCategory") + ")"),
                    "a subcategory of another category");
        }
    }

    private void commitments() {
        boolean usage = is("ChargeCategory", "Usage");
        boolean committed = has("CommitmentDiscountId") && !has("ChargeClass");
        demand(!committed || !usage || has("CommitmentDiscountStatus"), "CommitmentDiscountStatus of usage is null");
        demand(
                !committed || !usage && !is("ChargeCategory", "Purchase") || has("CommitmentDiscountQuantity"),
                "CommitmentDiscountQuantity is null");
    }

    private void forms() {
        row.forEach((column, value) -> {
            if (value.isEmpty()) {
                return;
            }
            demand(!value.isBlank(), column + " is of spaces only");
            demand(!Set.of("NULL", "null", "N/A", "Not Applicable").contains(value), column + " is a placeholder");
            if (column.startsWith("x_")) {
                return;
            }
            if (column.endsWith("PeriodStart") || column.endsWith("PeriodEnd")) {
                demand(value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), column + " is " + value);
            }
            if (column.endsWith("Cost") || column.endsWith("Quantity") || column.endsWith("UnitPrice")) {
                demand(value.matches("-?\\d+(\\.\\d+)?"), column + " is " + value);
            }
        });
        for (String column : List.of("Tags", "SkuPriceDetails")) {
            demand(!has(column) || isObject(value(column)), column + " is no JSON object");
        }
    }

    private static boolean isObject(String json) {
        try {
            return JSON.readTree(json).isObject();
        } catch (JacksonException none) {
            return false;
        }
    }

    private boolean has(String column) {
        String value = row.get(column);
        return value != null && !value.isEmpty();
    }

    private boolean is(String column, String word) {
        return word.equals(row.get(column));
    }

    private String value(String column) {
        @Nullable String value = row.get(column);
        return value == null ? "" : value;
    }

    private BigDecimal number(String column) {
        return new BigDecimal(value(column));
    }

    private void demand(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }
}
