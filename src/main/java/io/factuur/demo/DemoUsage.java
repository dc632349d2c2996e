package io.factuur.demo;

import com.opencsv.CSVWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A month of usage as FOCUS 1.0, the same for the same month every time: weekdays and weekends, growth, a little noise,
 * and now and then a day that needs explaining.
 */
final class DemoUsage {

    private static final String[] HEADER = {
        "BilledCost",
        "BillingAccountId",
        "BillingAccountName",
        "BillingCurrency",
        "BillingPeriodEnd",
        "BillingPeriodStart",
        "ChargeCategory",
        "ChargeClass",
        "ChargeDescription",
        "ChargeFrequency",
        "ChargePeriodEnd",
        "ChargePeriodStart",
        "ConsumedQuantity",
        "ConsumedUnit",
        "ContractedCost",
        "ContractedUnitPrice",
        "EffectiveCost",
        "InvoiceIssuerName",
        "ListCost",
        "ListUnitPrice",
        "PricingCategory",
        "PricingQuantity",
        "PricingUnit",
        "ProviderName",
        "PublisherName",
        "RegionId",
        "RegionName",
        "ResourceId",
        "ResourceName",
        "ResourceType",
        "ServiceCategory",
        "ServiceName",
        "SkuId",
        "SkuPriceId",
        "SubAccountId",
        "SubAccountName",
        "Tags",
        "x_ResourceGroupName"
    };

    private static final BigDecimal SPIKE = new BigDecimal("3.5");

    private final YearMonth first;
    private final List<DemoResource> estate;

    /** @param first the month that growth counts from */
    DemoUsage(YearMonth first, List<DemoResource> estate) {
        this.first = first;
        this.estate = estate;
    }

    /** The month's file up to a day, that day left out. */
    byte[] file(YearMonth month, LocalDate until) {
        StringWriter text = new StringWriter();
        try (CSVWriter csv = new CSVWriter(text)) {
            csv.writeNext(HEADER, false);
            for (DemoResource resource : estate) {
                for (LocalDate day = month.atDay(1);
                        day.isBefore(until) && YearMonth.from(day).equals(month);
                        day = day.plusDays(1)) {
                    csv.writeNext(row(resource, month, day), false);
                }
            }
            credits(csv, month, until);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Once, a refund for an outage that is larger than what the lab used that month: a negative invoice. */
    private void credits(CSVWriter csv, YearMonth month, LocalDate until) {
        LocalDate day = month.atDay(20);
        if (month.equals(first.plusMonths(3)) && day.isBefore(until)) {
            DemoResource lab = estate.stream()
                    .filter(resource -> resource.name().equals("vmss-waves"))
                    .findFirst()
                    .orElseThrow();
            String[] row = row(lab, month, day);
            String refund = "-1250.00";
            set(row, "ChargeCategory", "Credit");
            set(row, "ChargeDescription", "Refund for the outage of the simulation cluster");
            set(row, "ChargeFrequency", "One-Time");
            for (String cost : List.of("BilledCost", "ContractedCost", "EffectiveCost", "ListCost")) {
                set(row, cost, refund);
            }
            for (String empty : List.of(
                    "ConsumedQuantity",
                    "ConsumedUnit",
                    "PricingQuantity",
                    "PricingUnit",
                    "ListUnitPrice",
                    "ContractedUnitPrice",
                    "SkuPriceId")) {
                set(row, empty, "");
            }
            csv.writeNext(row, false);
        }
    }

    private String[] row(DemoResource resource, YearMonth month, LocalDate day) {
        DemoService service = resource.service();
        BigDecimal quantity = quantity(resource, month, day);
        String cost = quantity.multiply(service.price).stripTrailingZeros().toPlainString();
        String[] row = new String[HEADER.length];
        set(row, "BilledCost", cost);
        set(row, "BillingAccountId", resource.account());
        set(row, "BillingAccountName", resource.account());
        set(row, "BillingCurrency", resource.currency());
        set(row, "BillingPeriodStart", month.atDay(1) + " 00:00:00");
        set(row, "BillingPeriodEnd", month.plusMonths(1).atDay(1) + " 00:00:00");
        set(row, "ChargeCategory", "Usage");
        set(row, "ChargeDescription", service.title + " - " + service.sku);
        set(row, "ChargeFrequency", "Usage-Based");
        set(row, "ChargePeriodStart", day + " 00:00:00");
        set(row, "ChargePeriodEnd", day.plusDays(1) + " 00:00:00");
        set(row, "ConsumedQuantity", quantity.toPlainString());
        set(row, "ConsumedUnit", service.unit);
        set(row, "ContractedCost", cost);
        set(row, "ContractedUnitPrice", service.price.toPlainString());
        set(row, "EffectiveCost", cost);
        set(row, "InvoiceIssuerName", "Microsoft");
        set(row, "ListCost", cost);
        set(row, "ListUnitPrice", service.price.toPlainString());
        set(row, "PricingCategory", "Standard");
        set(row, "PricingQuantity", quantity.toPlainString());
        set(row, "PricingUnit", service.unit);
        set(row, "ProviderName", "Microsoft");
        set(row, "PublisherName", service.publisher);
        set(row, "RegionId", resource.region());
        set(row, "RegionName", resource.region().equals("westeurope") ? "West Europe" : "North Europe");
        set(
                row,
                "ResourceId",
                "/subscriptions/" + resource.subscriptionId() + "/resourceGroups/" + resource.group() + "/providers/"
                        + service.resourceType + "/" + resource.name());
        set(row, "ResourceName", resource.name());
        set(row, "ResourceType", service.resourceType);
        set(row, "ServiceCategory", service.category);
        set(row, "ServiceName", service.title);
        set(row, "SkuId", "DZH318Z" + service.ordinal());
        set(row, "SkuPriceId", "DZH318Z" + service.ordinal() + "/0001");
        set(row, "SubAccountId", resource.subscriptionId());
        set(row, "SubAccountName", resource.subscription());
        set(
                row,
                "Tags",
                "{\"env\": \"" + (resource.group().equals("rg-test") ? "test" : "production") + "\", \"team\": \""
                        + resource.group().substring(3) + "\"}");
        set(row, "x_ResourceGroupName", resource.group());
        return row;
    }

    private BigDecimal quantity(DemoResource resource, YearMonth month, LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        SplittableRandom noise = new SplittableRandom(resource.name().hashCode() * 31L + day.toEpochDay());
        BigDecimal months = BigDecimal.valueOf(ChronoUnit.MONTHS.between(first, month));
        BigDecimal quantity = resource.perDay()
                .multiply(BigDecimal.ONE.add(resource.growth().multiply(months)))
                .multiply(weekend ? resource.weekend() : BigDecimal.ONE);
        if (!resource.growth().equals(BigDecimal.ZERO)) {
            quantity = quantity.multiply(BigDecimal.valueOf(noise.nextLong(900, 1_101), 3));
        }
        if (resource.name().equals("log-terminal") && day.getDayOfMonth() == 17) {
            quantity = quantity.multiply(SPIKE);
        }
        return quantity.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static void set(String[] row, String column, String value) {
        row[List.of(HEADER).indexOf(column)] = value;
    }
}
