package io.factuur.usage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Small FOCUS files for tests: one account, a few columns, everything else as sensible as it gets. */
public final class UsageCsv {

    private final String account;
    private final String month;
    private final StringBuilder text = new StringBuilder();

    private UsageCsv(String account, String month) {
        this.account = account;
        this.month = month;
        text.append(String.join(",", row("", "", "").keySet())).append('\n');
    }

    /** @param month {@code yyyy-MM} */
    public static UsageCsv of(String account, String month) {
        return new UsageCsv(account, month);
    }

    /** @param day of the month, two digits */
    public UsageCsv add(String subscription, String day, String cost) {
        return line(row(subscription, day, cost));
    }

    /** A row in which one value is different. */
    public UsageCsv add(String subscription, String day, String cost, String column, String value) {
        Map<String, String> row = row(subscription, day, cost);
        if (row.put(column, value) == null) {
            throw new IllegalArgumentException("No column " + column);
        }
        return line(row);
    }

    private UsageCsv line(Map<String, String> row) {
        StringJoiner line = new StringJoiner(",", "", "\n");
        row.values().forEach(value -> line.add('"' + value.replace("\"", "\"\"") + '"'));
        text.append(line);
        return this;
    }

    private Map<String, String> row(String subscription, String day, String cost) {
        java.time.YearMonth yearMonth = java.time.YearMonth.parse(month);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("BillingAccountId", account);
        row.put("BillingCurrency", "EUR");
        row.put("BillingPeriodStart", month + "-01 00:00:00");
        row.put("BillingPeriodEnd", yearMonth.plusMonths(1) + "-01 00:00:00");
        row.put("ChargePeriodStart", month + "-" + day + " 00:00:00");
        row.put("ChargePeriodEnd", month + "-" + day + " 23:00:00");
        row.put("ChargeCategory", "Usage");
        row.put("ChargeDescription", "An hour of something");
        row.put("BilledCost", cost);
        row.put("EffectiveCost", cost);
        row.put("ServiceName", "Machines");
        row.put("ServiceCategory", "Compute");
        row.put("PublisherName", "Cloud");
        row.put("SubAccountId", subscription);
        row.put("SubAccountName", "Name of " + subscription);
        row.put("ConsumedQuantity", "1");
        row.put("ResourceId", "machine-1");
        row.put("InvoiceId", "");
        row.put("Tags", "");
        row.put("CostCenter", "cc-1");
        return row;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
