package io.factuur.usage.out;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The 57 columns of FOCUS 1.2, in alphabetical order, which is the order of its own samples and of our table. */
final class FocusColumns {

    private static final List<String> NAMES = Arrays.asList("""
            AvailabilityZone BilledCost BillingAccountId BillingAccountName BillingAccountType BillingCurrency
            BillingPeriodEnd BillingPeriodStart CapacityReservationId CapacityReservationStatus ChargeCategory
            ChargeClass ChargeDescription ChargeFrequency ChargePeriodEnd ChargePeriodStart
            CommitmentDiscountCategory CommitmentDiscountId CommitmentDiscountName CommitmentDiscountQuantity
            CommitmentDiscountStatus CommitmentDiscountType CommitmentDiscountUnit ConsumedQuantity ConsumedUnit
            ContractedCost ContractedUnitPrice EffectiveCost InvoiceId InvoiceIssuerName ListCost ListUnitPrice
            PricingCategory PricingCurrency PricingCurrencyContractedUnitPrice PricingCurrencyEffectiveCost
            PricingCurrencyListUnitPrice PricingQuantity PricingUnit ProviderName PublisherName RegionId RegionName
            ResourceId ResourceName ResourceType ServiceCategory ServiceName ServiceSubcategory SkuId SkuMeter
            SkuPriceDetails SkuPriceId SubAccountId SubAccountName SubAccountType Tags""".split("\\s+"));

    private static final Set<String> NUMBERS = Set.of(
            "BilledCost",
            "CommitmentDiscountQuantity",
            "ConsumedQuantity",
            "ContractedCost",
            "ContractedUnitPrice",
            "EffectiveCost",
            "ListCost",
            "ListUnitPrice",
            "PricingCurrencyContractedUnitPrice",
            "PricingCurrencyEffectiveCost",
            "PricingCurrencyListUnitPrice",
            "PricingQuantity");

    private static final Set<String> TIMES =
            Set.of("BillingPeriodEnd", "BillingPeriodStart", "ChargePeriodEnd", "ChargePeriodStart");

    private FocusColumns() {}

    static List<Column> all() {
        return NAMES.stream()
                .map(name -> new Column(name, kind(name), source(name)))
                .toList();
    }

    /** {@code SkuPriceId} is stored as {@code sku_price_id}. */
    static String stored(String name) {
        return name.replaceAll("(?<=.)(?=\\p{Lu})", "_").toLowerCase(Locale.ROOT);
    }

    private static Kind kind(String name) {
        if (NUMBERS.contains(name)) {
            return Kind.NUMBER;
        }
        return TIMES.contains(name) ? Kind.TIME : Kind.TEXT;
    }

    /** Our number once there is an invoice; what the issuer of the file wrote until then. */
    private static Source source(String name) {
        Source stored = new Source.Stored(stored(name));
        return name.equals("InvoiceId") ? Source.first(new Source.InvoiceNumber(), stored) : stored;
    }
}
