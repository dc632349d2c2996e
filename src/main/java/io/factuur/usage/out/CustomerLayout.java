package io.factuur.usage.out;

import static io.factuur.usage.out.Source.inTree;
import static io.factuur.usage.out.Source.stored;

import io.factuur.usage.ChargeChoice;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "Azure usage and charges" of a Microsoft Customer Agreement: 65 columns in the order of Azure's cost details file,
 * versions 2021-10-01 to 2023-12-01-preview. Dates are ISO 8601, where Azure's are American.
 */
final class CustomerLayout implements Layout {

    private static final List<Column> COLUMNS = new ColumnList()
            .own("invoiceId", Kind.TEXT, Source.first(new Source.InvoiceNumber(), stored("invoice_id")))
            .text("previousInvoiceId")
            .text("billingAccountId", inTree(Place.Part.ACCOUNT_ID))
            .text("billingAccountName", inTree(Place.Part.ACCOUNT_NAME))
            .text("billingProfileId", stored("billing_account_id"), inTree(Place.Part.PROFILE_ID))
            .text("billingProfileName", stored("billing_account_name"), inTree(Place.Part.PROFILE_NAME))
            .text("invoiceSectionId|x_InvoiceSectionId", inTree(Place.Part.SECTION_ID))
            .text("invoiceSectionName|invoiceSection|x_InvoiceSectionName", inTree(Place.Part.SECTION_NAME))
            .text("resellerName|x_ResellerName")
            .text("resellerMpnId|x_ResellerId")
            .text("costCenter|x_CostCenter")
            .own("billingPeriodEndDate", Kind.TIME, Azure.PERIOD_END)
            .own("billingPeriodStartDate", Kind.TIME, Azure.PERIOD_START)
            .day("servicePeriodEndDate|servicePeriodEnd", Azure.PERIOD_END)
            .day("servicePeriodStartDate|servicePeriodStart", Azure.PERIOD_START)
            .own("date", Kind.TIME, stored("charge_day"))
            .text("serviceFamily|x_SkuServiceFamily", stored("service_category"))
            .text("productOrderId|x_SkuOrderId")
            .text("productOrderName|x_SkuOrderName")
            .text("consumedService", stored("service_name"))
            .text("meterId|x_SkuMeterId", stored("sku_id"))
            .text("meterName|x_SkuMeterName", stored("sku_meter"))
            .text("meterCategory|x_SkuMeterCategory", stored("service_name"))
            .text("meterSubCategory|x_SkuMeterSubcategory", stored("service_subcategory"))
            .text("meterRegion|x_SkuRegion", stored("region_name"))
            .text("ProductId", stored("sku_price_id"))
            .text("ProductName|product", stored("charge_description"))
            .text("SubscriptionId|SubscriptionGuid", Azure.SUBSCRIPTION)
            .text("subscriptionName", stored("sub_account_name"), inTree(Place.Part.SUBSCRIPTION_NAME))
            .text("publisherType|x_PublisherCategory", Azure.PUBLISHER_TYPE)
            .text("publisherId|x_PublisherId")
            .text("publisherName", stored("publisher_name"))
            .text("resourceGroupName|resourceGroup|x_ResourceGroupName", Azure.RESOURCE_GROUP)
            .text("ResourceId|instanceName", stored("resource_id"))
            .text("resourceLocation", stored("region_id"))
            .text("location", stored("region_name"))
            .number("effectivePrice|x_EffectiveUnitPrice", stored("contracted_unit_price"))
            .number("quantity", stored("pricing_quantity"), stored("consumed_quantity"))
            .text("unitOfMeasure|x_PricingUnitDescription", stored("pricing_unit"), stored("consumed_unit"))
            .text("chargeType", Azure.CHARGE_TYPE)
            .text("billingCurrency|billingCurrencyCode", stored("billing_currency"))
            .text("pricingCurrency|pricingCurrencyCode", stored("pricing_currency"), stored("billing_currency"))
            .own("costInBillingCurrency", Kind.NUMBER, stored("billed_cost"))
            .number(
                    "costInPricingCurrency",
                    sameCurrency("pricing_currency", "billed_cost"),
                    stored("pricing_currency_effective_cost"))
            .number("costInUsd|x_BilledCostInUsd", inDollars("billed_cost"))
            .number("paygCostInBillingCurrency", stored("list_cost"))
            .number("paygCostInUsd|x_ListCostInUsd", inDollars("list_cost"))
            .number("exchangeRatePricingToBilling|x_BillingExchangeRate", oneWhereTheSame())
            .day("exchangeRateDate|x_BillingExchangeRateDate")
            .text("isAzureCreditEligible")
            .text("serviceInfo1")
            .text("serviceInfo2")
            .text("additionalInfo", stored("sku_price_details"))
            .text("tags", stored("tags"))
            .number("PayGPrice", stored("list_unit_price"))
            .text("frequency", Azure.FREQUENCY)
            .text("term|x_SkuTerm")
            .text("reservationId", stored("commitment_discount_id"))
            .text("reservationName", stored("commitment_discount_name"))
            .text("pricingModel", Azure.PRICING_MODEL)
            .number("unitPrice", stored("contracted_unit_price"))
            .text("costAllocationRuleName|x_CostAllocationRuleName")
            .text("benefitId", stored("commitment_discount_id"))
            .text("benefitName", stored("commitment_discount_name"))
            .text("provider", stored("provider_name"))
            .list();

    @Override
    public List<Column> columns(Selection selection) {
        List<Column> columns = selection.amortized() ? Amortized.in(COLUMNS) : COLUMNS;
        return selection.request().charges() == ChargeChoice.OPEN ? notBilled(columns) : columns;
    }

    /** Open charges are on no invoice, whatever number came in with them. */
    private static List<Column> notBilled(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name().equals("invoiceId")
                        ? new Column(column.name(), column.kind(), new Source.Always(""))
                        : column)
                .toList();
    }

    @Override
    public boolean needsPlaces() {
        return true;
    }

    private static Source inDollars(String cost) {
        return new Source.Computed(
                Set.of("billing_currency", cost),
                row -> "USD".equals(row.stored("billing_currency")) ? row.stored(cost) : null);
    }

    /** What is priced in the currency it is billed in needs no exchange. */
    private static Source sameCurrency(String currency, String cost) {
        return new Source.Computed(
                Set.of("billing_currency", currency, cost), row -> isSame(row) ? row.stored(cost) : null);
    }

    private static Source oneWhereTheSame() {
        return new Source.Computed(Set.of("billing_currency", "pricing_currency"), row -> isSame(row) ? "1" : null);
    }

    private static boolean isSame(Row row) {
        @Nullable String pricing = row.stored("pricing_currency");
        return pricing == null || pricing.equals(row.stored("billing_currency"));
    }
}
