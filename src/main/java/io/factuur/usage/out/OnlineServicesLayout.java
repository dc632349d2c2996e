package io.factuur.usage.out;

import static io.factuur.usage.out.Source.stored;

import java.util.List;

/**
 * "Download csv" of a Microsoft Online Services Program subscription, version 2: a block "Statement" that adds the period up
 * as the invoice does, and a block "Daily Usage", whose columns are these.
 */
final class OnlineServicesLayout implements Layout {

    static final Source CATEGORY = named("MeterCategory|x_SkuMeterCategory", stored("service_name"));
    static final Source SUB_CATEGORY = named("MeterSubCategory|x_SkuMeterSubcategory", stored("service_subcategory"));
    static final Source METER = named("MeterName|x_SkuMeterName", stored("sku_meter"), stored("charge_description"));
    static final Source REGION = named("MeterRegion|x_SkuRegion", stored("region_name"));
    static final Source UNIT =
            named("UnitOfMeasure|x_PricingUnitDescription", stored("consumed_unit"), stored("pricing_unit"));
    static final Source CONSUMED = Source.first(stored("consumed_quantity"), stored("pricing_quantity"));

    private static final List<Column> DAILY = new ColumnList()
            .own("Usage Date", Kind.TIME, stored("charge_day"))
            .own("Meter Category", Kind.TEXT, CATEGORY)
            .text("Meter Id|MeterId|x_SkuMeterId", stored("sku_id"))
            .own("Meter Sub-category", Kind.TEXT, SUB_CATEGORY)
            .own("Meter Name", Kind.TEXT, METER)
            .own("Meter Region", Kind.TEXT, REGION)
            .own("Unit", Kind.TEXT, UNIT)
            .own("Consumed Quantity", Kind.NUMBER, CONSUMED)
            .text("Resource Location|ResourceLocation", stored("region_id"))
            .text("Consumed Service|ConsumedService", stored("service_name"))
            .text("Resource Group|ResourceGroup|ResourceGroupName|x_ResourceGroupName", Azure.RESOURCE_GROUP)
            .text("Instance Id|InstanceId", stored("resource_id"))
            .own("Tags", Kind.TEXT, stored("tags"))
            .text("Additional Info|AdditionalInfo", stored("sku_price_details"))
            .text("Service Info 1|ServiceInfo1")
            .text("Service Info 2|ServiceInfo2")
            .list();

    @Override
    public List<Column> columns(Selection selection) {
        return DAILY;
    }

    @Override
    public boolean needsPlaces() {
        return false;
    }

    @Override
    public boolean startsWithStatement() {
        return true;
    }

    private static Source named(String names, Source... otherwise) {
        return new ColumnList().text(names, otherwise).list().getFirst().source();
    }
}
