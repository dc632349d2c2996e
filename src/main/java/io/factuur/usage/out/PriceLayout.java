package io.factuur.usage.out;

import static io.factuur.usage.out.Source.inTree;
import static io.factuur.usage.out.Source.stored;

import io.factuur.agreement.Agreement.UsageLayout;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns of a price sheet, those of Azure's version 2023-05-01: 23 for an enrollment, 25 for the other agreements. */
final class PriceLayout {

    private static final Source UNIT_PRICE = Source.first(
            Source.extra("UnitPrice"),
            stored("contracted_unit_price"),
            Source.extra("EffectivePrice"),
            stored("list_unit_price"));

    private static final Map<String, String> TYPES =
            Map.of("Standard", "Consumption", "Dynamic", "Consumption", "Committed", "Commitment");
    private static final Source PRICE_TYPE = new Source.Computed(
            Set.of("pricing_category", "commitment_discount_type"),
            row -> type(row.stored("pricing_category"), row.stored("commitment_discount_type")));

    private static final PriceLayout ENTERPRISE = new PriceLayout(
            meter(new ColumnList().text("EnrollmentNumber|BillingAccountId", stored("billing_account_id")))
                    .text("PartNumber|x_SkuPartNumber")
                    .day("EffectiveStartDate", Azure.PERIOD_START)
                    .day("EffectiveEndDate", Azure.PERIOD_END)
                    .own("UnitPrice", Kind.NUMBER, UNIT_PRICE)
                    .number("BasePrice")
                    .number("MarketPrice|PayGPrice|PayG", stored("list_unit_price"))
                    .text("CurrencyCode|BillingCurrencyCode", stored("billing_currency"))
                    .number("IncludedQuantity")
                    .text("OfferID|x_SkuOfferId")
                    .text("Term|x_SkuTerm")
                    .own("PriceType", Kind.TEXT, PRICE_TYPE)
                    .list());

    private static final PriceLayout CUSTOMER = new PriceLayout(meter(new ColumnList()
                    .text("BillingAccountId", inTree(Place.Part.ACCOUNT_ID))
                    .text("BillingAccountName", inTree(Place.Part.ACCOUNT_NAME))
                    .text("BillingProfileId", stored("billing_account_id"), inTree(Place.Part.PROFILE_ID))
                    .text("BillingProfileName", stored("billing_account_name"), inTree(Place.Part.PROFILE_NAME)))
            .number("TierMinimumUnits")
            .day("EffectiveStartDate", Azure.PERIOD_START)
            .day("EffectiveEndDate", Azure.PERIOD_END)
            .own("UnitPrice", Kind.NUMBER, UNIT_PRICE)
            .number("BasePrice")
            .number("MarketPrice|PayGPrice|PayG", stored("list_unit_price"))
            .text("Currency|PricingCurrency", stored("pricing_currency"), stored("billing_currency"))
            .text("BillingCurrency|BillingCurrencyCode", stored("billing_currency"))
            .text("Term|x_SkuTerm")
            .own("PriceType", Kind.TEXT, PRICE_TYPE)
            .list());

    private final List<Column> columns;
    private final int sortedBy;

    private PriceLayout(List<Column> columns) {
        this.columns = columns;
        this.sortedBy = columns.stream().map(Column::name).toList().indexOf("MeterCategory");
    }

    static PriceLayout of(UsageLayout agreement) {
        return agreement == UsageLayout.EA ? ENTERPRISE : CUSTOMER;
    }

    List<Column> columns() {
        return columns;
    }

    int sortedBy() {
        return sortedBy;
    }

    /** Credits, taxes and rounding have no price. */
    boolean hasPrice(Row row) {
        String price = UNIT_PRICE.of(row);
        return price != null && !price.isEmpty();
    }

    private static ColumnList meter(ColumnList account) {
        return account.text("MeterID|x_SkuMeterId", stored("sku_id"))
                .text("MeterName|x_SkuMeterName", stored("sku_meter"), stored("charge_description"))
                .text("MeterType")
                .text("MeterCategory|x_SkuMeterCategory", stored("service_name"))
                .text("MeterSubCategory|x_SkuMeterSubcategory", stored("service_subcategory"))
                .text("ServiceFamily|x_SkuServiceFamily", stored("service_category"))
                .text("Product|ProductName", stored("charge_description"))
                .text("SkuID", stored("sku_id"))
                .text("ProductID", stored("sku_price_id"))
                .text("MeterRegion|x_SkuRegion", stored("region_name"))
                .text("UnitOfMeasure|x_PricingUnitDescription", stored("pricing_unit"), stored("consumed_unit"));
    }

    private static String type(@Nullable String category, @Nullable String commitment) {
        if ("Committed".equals(category) && commitment != null) {
            return commitment.contains("avings") ? "SavingsPlan" : "Reservation";
        }
        return TYPES.getOrDefault(Objects.requireNonNullElse(category, ""), "Consumption");
    }
}
