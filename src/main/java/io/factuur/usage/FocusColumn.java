package io.factuur.usage;

import java.util.List;

/**
 * The 57 columns of a cost and usage row in FOCUS 1.2 (FinOps Open Cost and Usage Specification), in the order of the
 * table usage_row.
 */
public enum FocusColumn {
    AVAILABILITY_ZONE("AvailabilityZone"),
    BILLED_COST("BilledCost", Kind.DECIMAL),
    BILLING_ACCOUNT_ID("BillingAccountId"),
    BILLING_ACCOUNT_NAME("BillingAccountName"),
    BILLING_ACCOUNT_TYPE("BillingAccountType", Kind.TEXT, 2),
    BILLING_CURRENCY("BillingCurrency"),
    BILLING_PERIOD_END("BillingPeriodEnd", Kind.TIME),
    BILLING_PERIOD_START("BillingPeriodStart", Kind.TIME),
    CAPACITY_RESERVATION_ID("CapacityReservationId", Kind.TEXT, 1),
    CAPACITY_RESERVATION_STATUS("CapacityReservationStatus", Kind.TEXT, 1),
    CHARGE_CATEGORY("ChargeCategory"),
    CHARGE_CLASS("ChargeClass"),
    CHARGE_DESCRIPTION("ChargeDescription"),
    CHARGE_FREQUENCY("ChargeFrequency"),
    CHARGE_PERIOD_END("ChargePeriodEnd", Kind.TIME),
    CHARGE_PERIOD_START("ChargePeriodStart", Kind.TIME),
    COMMITMENT_DISCOUNT_CATEGORY("CommitmentDiscountCategory"),
    COMMITMENT_DISCOUNT_ID("CommitmentDiscountId"),
    COMMITMENT_DISCOUNT_NAME("CommitmentDiscountName"),
    COMMITMENT_DISCOUNT_QUANTITY("CommitmentDiscountQuantity", Kind.DECIMAL, 1),
    COMMITMENT_DISCOUNT_STATUS("CommitmentDiscountStatus"),
    COMMITMENT_DISCOUNT_TYPE("CommitmentDiscountType"),
    COMMITMENT_DISCOUNT_UNIT("CommitmentDiscountUnit", Kind.TEXT, 1),
    CONSUMED_QUANTITY("ConsumedQuantity", Kind.DECIMAL),
    CONSUMED_UNIT("ConsumedUnit"),
    CONTRACTED_COST("ContractedCost", Kind.DECIMAL),
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice", Kind.DECIMAL),
    EFFECTIVE_COST("EffectiveCost", Kind.DECIMAL),
    INVOICE_ID("InvoiceId", Kind.TEXT, 2),
    INVOICE_ISSUER_NAME("InvoiceIssuerName"),
    LIST_COST("ListCost", Kind.DECIMAL),
    LIST_UNIT_PRICE("ListUnitPrice", Kind.DECIMAL),
    PRICING_CATEGORY("PricingCategory"),
    PRICING_CURRENCY("PricingCurrency", Kind.TEXT, 2),
    PRICING_CURRENCY_CONTRACTED_UNIT_PRICE("PricingCurrencyContractedUnitPrice", Kind.DECIMAL, 2),
    PRICING_CURRENCY_EFFECTIVE_COST("PricingCurrencyEffectiveCost", Kind.DECIMAL, 2),
    PRICING_CURRENCY_LIST_UNIT_PRICE("PricingCurrencyListUnitPrice", Kind.DECIMAL, 2),
    PRICING_QUANTITY("PricingQuantity", Kind.DECIMAL),
    PRICING_UNIT("PricingUnit"),
    PROVIDER_NAME("ProviderName"),
    PUBLISHER_NAME("PublisherName"),
    REGION_ID("RegionId"),
    REGION_NAME("RegionName"),
    RESOURCE_ID("ResourceId"),
    RESOURCE_NAME("ResourceName"),
    RESOURCE_TYPE("ResourceType"),
    SERVICE_CATEGORY("ServiceCategory"),
    SERVICE_NAME("ServiceName"),
    SERVICE_SUBCATEGORY("ServiceSubcategory", Kind.TEXT, 1),
    SKU_ID("SkuId"),
    SKU_METER("SkuMeter", Kind.TEXT, 1),
    SKU_PRICE_DETAILS("SkuPriceDetails", Kind.TEXT, 1),
    SKU_PRICE_ID("SkuPriceId"),
    SUB_ACCOUNT_ID("SubAccountId"),
    SUB_ACCOUNT_NAME("SubAccountName"),
    SUB_ACCOUNT_TYPE("SubAccountType", Kind.TEXT, 2),
    TAGS("Tags");

    /** What a column holds. */
    public enum Kind {
        TEXT,
        /** Plain decimal notation, a point as decimal mark. */
        DECIMAL,
        /** ISO 8601 in UTC; ends are exclusive. */
        TIME
    }

    public static final List<FocusColumn> ALL = List.of(values());

    private final String title;
    private final Kind kind;
    private final int since;

    FocusColumn(String title) {
        this(title, Kind.TEXT);
    }

    FocusColumn(String title, Kind kind) {
        this(title, kind, 0);
    }

    FocusColumn(String title, Kind kind, int since) {
        this.title = title;
        this.kind = kind;
        this.since = since;
    }

    /** The column's name in a file, {@code SkuPriceId}. */
    public String title() {
        return title;
    }

    /** The column's name in the table, {@code sku_price_id}. */
    public String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    /** The minor version of FOCUS 1 that brought the column. */
    public int since() {
        return since;
    }
}
