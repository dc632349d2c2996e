package io.factuur.usage.out;

import static io.factuur.usage.out.Source.inTree;
import static io.factuur.usage.out.Source.stored;

import java.util.List;

/**
 * The usage file of an Enterprise Agreement: 57 columns in the order of Azure's cost details file, version 2024-08-01.
 * Dates are ISO 8601, where Azure's are American.
 */
final class EnterpriseLayout implements Layout {

    private static final List<Column> COLUMNS = new ColumnList()
            .text("InvoiceSectionName|InvoiceSection|DepartmentName", inTree(Place.Part.SECTION_NAME))
            .text("AccountName", inTree(Place.Part.ENROLLMENT_ACCOUNT_NAME))
            .text("AccountOwnerId|AccountOwnerEmail")
            .text("SubscriptionId|SubscriptionGuid", Azure.SUBSCRIPTION)
            .text("SubscriptionName", stored("sub_account_name"), inTree(Place.Part.SUBSCRIPTION_NAME))
            .text("ResourceGroup|ResourceGroupName|x_ResourceGroupName", Azure.RESOURCE_GROUP)
            .text("ResourceLocation", stored("region_id"))
            .own("Date", Kind.TIME, stored("charge_day"))
            .text("ProductName|Product", stored("charge_description"))
            .text("MeterCategory|x_SkuMeterCategory", stored("service_name"))
            .text("MeterSubCategory|x_SkuMeterSubcategory", stored("service_subcategory"))
            .text("MeterId|x_SkuMeterId", stored("sku_id"))
            .text("MeterName|x_SkuMeterName", stored("sku_meter"))
            .text("MeterRegion|x_SkuRegion", stored("region_name"))
            .text("UnitOfMeasure|x_PricingUnitDescription", stored("pricing_unit"), stored("consumed_unit"))
            .number("Quantity", stored("pricing_quantity"), stored("consumed_quantity"))
            .number("EffectivePrice|x_EffectiveUnitPrice", stored("contracted_unit_price"))
            .own("CostInBillingCurrency", Kind.NUMBER, stored("billed_cost"))
            .text("CostCenter|x_CostCenter")
            .text("ConsumedService", stored("service_name"))
            .text("ResourceId", stored("resource_id"))
            .text("Tags", new Source.Said(stored("tags"), Azure::withoutBraces))
            .text("OfferId|x_SkuOfferId")
            .text("AdditionalInfo", stored("sku_price_details"))
            .text("ServiceInfo1")
            .text("ServiceInfo2")
            .text("ResourceName", stored("resource_name"))
            .text("ReservationId", stored("commitment_discount_id"))
            .text("ReservationName", stored("commitment_discount_name"))
            .number("UnitPrice", stored("contracted_unit_price"))
            .text("ProductOrderId")
            .text("ProductOrderName")
            .text("Term|x_SkuTerm")
            .text("PublisherType|x_PublisherCategory", Azure.PUBLISHER_TYPE)
            .text("PublisherName", stored("publisher_name"))
            .text("ChargeType", Azure.CHARGE_TYPE)
            .text("Frequency", Azure.FREQUENCY)
            .text("PricingModel", Azure.PRICING_MODEL)
            .text("AvailabilityZone", stored("availability_zone"))
            .text("BillingAccountId", stored("billing_account_id"))
            .text("BillingAccountName", stored("billing_account_name"), inTree(Place.Part.ACCOUNT_NAME))
            .text("BillingCurrencyCode|BillingCurrency", stored("billing_currency"))
            .own("BillingPeriodStartDate", Kind.TIME, Azure.PERIOD_START)
            .own("BillingPeriodEndDate", Kind.TIME, Azure.PERIOD_END)
            .text("BillingProfileId", stored("billing_account_id"))
            .text("BillingProfileName", stored("billing_account_name"))
            .text("InvoiceSectionId", inTree(Place.Part.SECTION_ID))
            .text("IsAzureCreditEligible")
            .text("PartNumber|x_SkuPartNumber")
            .number("PayGPrice|PayG", stored("list_unit_price"))
            .text("PlanName")
            .text("ServiceFamily|x_SkuServiceFamily", stored("service_category"))
            .text("CostAllocationRuleName|x_CostAllocationRuleName")
            .text("benefitId", stored("commitment_discount_id"))
            .text("benefitName", stored("commitment_discount_name"))
            .text("AccountId|x_AccountId", inTree(Place.Part.ENROLLMENT_ACCOUNT_ID))
            .text("ResourceLocationNormalized", stored("region_id"))
            .list();

    @Override
    public List<Column> columns(Selection selection) {
        return selection.amortized() ? Amortized.in(COLUMNS) : COLUMNS;
    }

    @Override
    public boolean needsPlaces() {
        return true;
    }
}
