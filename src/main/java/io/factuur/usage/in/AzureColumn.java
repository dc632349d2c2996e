package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of Azure's cost files that we read, with the names they have in the different versions, and the FOCUS
 * column that holds the same value. What is the same there is not kept twice.
 */
enum AzureColumn {
    ACCOUNT_ID(null, "billingAccountId", "EnrollmentNumber"),
    ACCOUNT_NAME(null, "BillingAccountName"),
    PROFILE_ID(null, "BillingProfileId"),
    PROFILE_NAME(null, "BillingProfileName"),
    PERIOD_START(FocusColumn.BILLING_PERIOD_START, "BillingPeriodStartDate", "BillingPeriodStart"),
    PERIOD_END(FocusColumn.BILLING_PERIOD_END, "BillingPeriodEndDate", "BillingPeriodEnd"),
    DATE(FocusColumn.CHARGE_PERIOD_START, "Date", "UsageDateTime", "UsageDate"),
    SUBSCRIPTION_ID(FocusColumn.SUB_ACCOUNT_ID, "SubscriptionGuid", "SubscriptionId"),
    SUBSCRIPTION_NAME(FocusColumn.SUB_ACCOUNT_NAME, "SubscriptionName"),
    PRODUCT(FocusColumn.CHARGE_DESCRIPTION, "ProductName", "Product"),
    PRODUCT_ID(null, "ProductId"),
    PART_NUMBER(null, "PartNumber"),
    METER_CATEGORY(FocusColumn.SERVICE_NAME, "MeterCategory"),
    METER_ID(FocusColumn.SKU_ID, "MeterId", "ResourceGuid"),
    METER_NAME(FocusColumn.SKU_METER, "MeterName"),
    SERVICE_FAMILY(null, "ServiceFamily"),
    UNIT(FocusColumn.PRICING_UNIT, "UnitOfMeasure"),
    QUANTITY(FocusColumn.PRICING_QUANTITY, "Quantity", "UsageQuantity", "ConsumedQuantity"),
    COST(FocusColumn.BILLED_COST, "CostInBillingCurrency", "Cost", "ExtendedCost", "PreTaxCost"),
    CURRENCY(FocusColumn.BILLING_CURRENCY, "BillingCurrencyCode", "BillingCurrency", "Currency"),
    UNIT_PRICE(FocusColumn.CONTRACTED_UNIT_PRICE, "UnitPrice", "ResourceRate"),
    PAYG_PRICE(FocusColumn.LIST_UNIT_PRICE, "PayGPrice"),
    PAYG_COST(FocusColumn.LIST_COST, "paygCostInBillingCurrency"),
    PRICING_CURRENCY(FocusColumn.PRICING_CURRENCY, "pricingCurrency", "pricingCurrencyCode"),
    PRICING_COST(null, "costInPricingCurrency"),
    EXCHANGE_RATE(null, "exchangeRatePricingToBilling", "exchangeRate"),
    PRODUCT_ORDER(null, "ProductOrderName"),
    CONSUMED_SERVICE(null, "ConsumedService"),
    LOCATION(null, "ResourceLocation"),
    LOCATION_NORMALIZED(null, "ResourceLocationNormalized"),
    AVAILABILITY_ZONE(FocusColumn.AVAILABILITY_ZONE, "AvailabilityZone"),
    RESOURCE_ID(FocusColumn.RESOURCE_ID, "ResourceId", "InstanceId", "InstanceName"),
    RESOURCE_NAME(FocusColumn.RESOURCE_NAME, "ResourceName"),
    TAGS(FocusColumn.TAGS, "Tags"),
    CHARGE_TYPE(null, "ChargeType"),
    FREQUENCY(null, "Frequency"),
    PRICING_MODEL(null, "PricingModel"),
    PUBLISHER_NAME(FocusColumn.PUBLISHER_NAME, "PublisherName"),
    PROVIDER(FocusColumn.PROVIDER_NAME, "Provider"),
    PARTNER_NAME(null, "PartnerName"),
    INVOICE_ID(FocusColumn.INVOICE_ID, "InvoiceId"),
    RESERVATION_ID(FocusColumn.COMMITMENT_DISCOUNT_ID, "ReservationId"),
    RESERVATION_NAME(FocusColumn.COMMITMENT_DISCOUNT_NAME, "ReservationName"),
    BENEFIT_ID(FocusColumn.COMMITMENT_DISCOUNT_ID, "BenefitId"),
    BENEFIT_NAME(FocusColumn.COMMITMENT_DISCOUNT_NAME, "BenefitName");

    private static final Set<AzureColumn> MAY_BE_UNASSIGNED = EnumSet.of(
            SUBSCRIPTION_ID,
            SUBSCRIPTION_NAME,
            METER_CATEGORY,
            LOCATION,
            LOCATION_NORMALIZED,
            AVAILABILITY_ZONE,
            RESOURCE_ID,
            RESOURCE_NAME,
            INVOICE_ID,
            RESERVATION_ID,
            RESERVATION_NAME,
            BENEFIT_ID,
            BENEFIT_NAME);

    private final @Nullable FocusColumn home;
    private final List<String> names;

    AzureColumn(@Nullable FocusColumn home, String... names) {
        this.home = home;
        this.names = List.of(names);
    }

    /** The FOCUS column whose value says the same, if the two are equal. */
    @Nullable
    FocusColumn home() {
        return home;
    }

    /** Its name in the newest version. */
    String title() {
        return names.getFirst();
    }

    /** Whether Azure may write a word such as "Unassigned" here where there is nothing to name. */
    boolean mayBeUnassigned() {
        return MAY_BE_UNASSIGNED.contains(this);
    }

    /** Where the column is in a file, under the first of its names that is there; -1 when under none. */
    int find(Header header) {
        for (String name : names) {
            int place = header.find(name);
            if (place >= 0) {
                return place;
            }
        }
        return -1;
    }
}
