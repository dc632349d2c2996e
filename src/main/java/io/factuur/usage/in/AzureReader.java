package io.factuur.usage.in;

import static io.factuur.usage.in.AzureColumn.*;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.in.Times.Moment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Azure's own cost files, of an Enterprise Agreement or a Microsoft Customer Agreement, actual or amortized. Everything
 * goes to the FOCUS column that says the same; whatever cannot be told from there is kept by its own name.
 *
 * <p>Amortized rows (commitments spread over the usage they cover) are known one by one: usage under a commitment costs
 * something in them, where the actual file has 0.
 */
final class AzureReader implements RowReader {

    private final boolean customerAgreement;
    private final int columns;
    private final RowChecks checks = new RowChecks();
    private final Extras extras = new Extras();
    private final Map<AzureColumn, Integer> places = new EnumMap<>(AzureColumn.class);
    private final @Nullable AzureColumn[] read;
    private final String[] names;
    private final List<String> unknown = new ArrayList<>();

    private AzureReader(Header header, boolean customerAgreement) {
        this.customerAgreement = customerAgreement;
        this.columns = header.size();
        this.read = new @Nullable AzureColumn[columns];
        this.names = new String[columns];
        for (AzureColumn column : AzureColumn.values()) {
            int place = column.find(header);
            if (place >= 0) {
                places.put(column, place);
                read[place] = column;
            }
        }
        for (int i = 0; i < columns; i++) {
            AzureColumn column = read[i];
            names[i] = Extras.name(header.keptAsReally(i));
            if (column == null || column.home() == null) {
                unknown.add(header.keptAsReally(i));
            }
        }
    }

    static boolean recognises(Header header) {
        return header.hasAny("CostInBillingCurrency", "Cost", "ExtendedCost", "PreTaxCost")
                && header.hasAny("Date", "UsageDateTime", "UsageDate")
                && header.hasAny("BillingAccountId", "EnrollmentNumber", "BillingProfileId")
                && header.has("MeterId");
    }

    static AzureReader of(Header header) {
        return new AzureReader(
                header, header.hasAny("costInPricingCurrency", "pricingCurrency", "servicePeriodStartDate"));
    }

    @Override
    public String format() {
        return customerAgreement ? "Azure MCA" : "Azure EA";
    }

    @Override
    public List<String> unknownColumns() {
        return List.copyOf(unknown);
    }

    @Override
    public UsageRow read(String[] record) throws RowRejected {
        UsageRow row = new UsageRow();
        who(row, record);
        when(row, record);
        what(row, record);
        howMuch(row, record);
        checks.complete(row);
        row.extra = rest(row, record);
        return row;
    }

    private @Nullable String get(String[] record, AzureColumn column) {
        Integer place = places.get(column);
        return place == null || RowChecks.isNull(record[place]) ? null : record[place];
    }

    private @Nullable String number(String[] record, AzureColumn column, String title) throws RowRejected {
        String value = get(record, column);
        return value == null ? null : checks.number(title, value);
    }

    private void who(UsageRow row, String[] record) {
        String account = get(record, ACCOUNT_ID);
        String profile = get(record, PROFILE_ID);
        boolean byProfile = customerAgreement && profile != null;
        row.set(FocusColumn.BILLING_ACCOUNT_ID, byProfile || account == null ? profile : account);
        row.otherBilledId = byProfile ? account : profile;
        row.set(
                FocusColumn.BILLING_ACCOUNT_NAME,
                get(record, byProfile || account == null ? PROFILE_NAME : ACCOUNT_NAME));
        row.set(FocusColumn.BILLING_ACCOUNT_TYPE, byProfile ? "Billing Profile" : "Billing Account");
        String subscription = AzureWords.somebody(get(record, SUBSCRIPTION_ID));
        row.set(FocusColumn.SUB_ACCOUNT_ID, subscription);
        row.set(FocusColumn.SUB_ACCOUNT_NAME, get(record, SUBSCRIPTION_NAME));
        row.set(FocusColumn.SUB_ACCOUNT_TYPE, subscription == null ? null : "Subscription");
        row.set(FocusColumn.INVOICE_ID, get(record, INVOICE_ID));
        row.set(FocusColumn.INVOICE_ISSUER_NAME, Objects.requireNonNullElse(get(record, PARTNER_NAME), "Microsoft"));
        row.set(FocusColumn.PROVIDER_NAME, Objects.requireNonNullElse(get(record, PROVIDER), "Microsoft"));
        row.set(FocusColumn.PUBLISHER_NAME, Objects.requireNonNullElse(get(record, PUBLISHER_NAME), "Microsoft"));
    }

    /** A file of the open month names no billing period: the day's month is meant. */
    private void when(UsageRow row, String[] record) throws RowRejected {
        String date = get(record, DATE);
        if (date == null) {
            throw new RowRejected("Date", "usage.reject.missing", "Date");
        }
        Moment day = checks.moment("Date", date);
        row.set(FocusColumn.CHARGE_PERIOD_START, day.iso());
        row.set(FocusColumn.CHARGE_PERIOD_END, day.nextDay().iso());
        String start = get(record, AzureColumn.PERIOD_START);
        String end = get(record, AzureColumn.PERIOD_END);
        Moment from = start == null ? day.startOfMonth() : checks.moment("BillingPeriodStartDate", start);
        row.set(FocusColumn.BILLING_PERIOD_START, from.iso());
        row.set(
                FocusColumn.BILLING_PERIOD_END,
                end == null
                        ? from.startOfNextMonth().iso()
                        : checks.moment("BillingPeriodEndDate", end).nextDay().iso());
    }

    private void what(UsageRow row, String[] record) {
        String type = Objects.requireNonNullElse(get(record, CHARGE_TYPE), "");
        String model = get(record, PRICING_MODEL);
        String resource = get(record, AzureColumn.RESOURCE_ID);
        row.set(FocusColumn.CHARGE_CATEGORY, AzureWords.chargeCategory(type));
        row.set(FocusColumn.CHARGE_CLASS, type.endsWith("Refund") ? "Correction" : null);
        row.set(
                FocusColumn.CHARGE_DESCRIPTION,
                get(record, PRODUCT) == null ? get(record, METER_NAME) : get(record, PRODUCT));
        row.set(FocusColumn.CHARGE_FREQUENCY, AzureWords.chargeFrequency(get(record, FREQUENCY)));
        row.set(FocusColumn.PRICING_CATEGORY, AzureWords.pricingCategory(model));
        row.set(FocusColumn.SERVICE_NAME, get(record, METER_CATEGORY));
        row.set(FocusColumn.SERVICE_CATEGORY, AzureWords.serviceCategory(get(record, SERVICE_FAMILY)));
        row.set(FocusColumn.SKU_ID, get(record, METER_ID));
        row.set(FocusColumn.SKU_METER, get(record, METER_NAME));
        row.set(FocusColumn.SKU_PRICE_ID, get(record, customerAgreement ? PRODUCT_ID : PART_NUMBER));
        row.set(FocusColumn.RESOURCE_ID, resource);
        row.set(FocusColumn.RESOURCE_NAME, get(record, AzureColumn.RESOURCE_NAME));
        row.set(FocusColumn.RESOURCE_TYPE, AzureWords.resourceType(resource));
        row.set(FocusColumn.AVAILABILITY_ZONE, get(record, AzureColumn.AVAILABILITY_ZONE));
        String location = get(record, LOCATION);
        String normalized = get(record, LOCATION_NORMALIZED);
        row.set(FocusColumn.REGION_ID, AzureWords.region(normalized == null ? location : normalized));
        row.set(FocusColumn.REGION_NAME, location);
        row.set(FocusColumn.TAGS, AzureWords.tags(get(record, AzureColumn.TAGS)));
        commitment(row, record, type, model);
    }

    private void commitment(UsageRow row, String[] record, String type, @Nullable String model) {
        String benefit = get(record, BENEFIT_ID);
        String id = benefit == null ? get(record, RESERVATION_ID) : benefit;
        if (id == null) {
            return;
        }
        boolean plan = "SavingsPlan".equalsIgnoreCase(model) || type.endsWith("UnusedSavingsPlan");
        row.set(FocusColumn.COMMITMENT_DISCOUNT_ID, id);
        row.set(
                FocusColumn.COMMITMENT_DISCOUNT_NAME,
                get(record, BENEFIT_NAME) == null ? get(record, RESERVATION_NAME) : get(record, BENEFIT_NAME));
        row.set(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, plan ? "Spend" : "Usage");
        row.set(FocusColumn.COMMITMENT_DISCOUNT_TYPE, plan ? "Savings Plan" : "Reservation");
        if ("Usage".equals(row.get(FocusColumn.CHARGE_CATEGORY))) {
            row.set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, type.contains("Unused") ? "Unused" : "Used");
        }
    }

    private void howMuch(UsageRow row, String[] record) throws RowRejected {
        String cost = number(record, COST, "CostInBillingCurrency");
        String quantity = number(record, QUANTITY, "Quantity");
        String unit = get(record, UNIT);
        boolean usage = "Usage".equals(row.get(FocusColumn.CHARGE_CATEGORY));
        boolean committed = AzureWords.isCommitment(get(record, PRICING_MODEL));
        boolean unused = "Unused".equals(row.get(FocusColumn.COMMITMENT_DISCOUNT_STATUS))
                || Objects.requireNonNullElse(get(record, CHARGE_TYPE), "").contains("Unused");
        row.amortized = unused || usage && committed && !Amounts.isZero(cost);
        row.set(FocusColumn.BILLED_COST, row.amortized && cost != null ? "0" : cost);
        row.set(FocusColumn.EFFECTIVE_COST, !usage && committed ? "0" : cost);
        row.set(FocusColumn.BILLING_CURRENCY, get(record, CURRENCY));
        row.set(FocusColumn.PRICING_QUANTITY, quantity);
        row.set(FocusColumn.PRICING_UNIT, unit);
        row.set(FocusColumn.CONSUMED_QUANTITY, usage ? quantity : null);
        row.set(FocusColumn.CONSUMED_UNIT, usage ? unit : null);
        prices(row, record, quantity);
    }

    private void prices(UsageRow row, String[] record, @Nullable String quantity) throws RowRejected {
        String price = number(record, UNIT_PRICE, "UnitPrice");
        String list = number(record, PAYG_PRICE, "PayGPrice");
        String listCost = number(record, PAYG_COST, "paygCostInBillingCurrency");
        String rate = number(record, EXCHANGE_RATE, "exchangeRatePricingToBilling");
        boolean foreign = rate != null && !"1".equals(Amounts.normal(rate));
        String contracted = foreign ? Amounts.product(price, rate) : price;
        String listed = foreign ? Amounts.product(list, rate) : list;
        row.set(FocusColumn.CONTRACTED_UNIT_PRICE, contracted);
        row.set(FocusColumn.LIST_UNIT_PRICE, listed);
        row.set(FocusColumn.CONTRACTED_COST, Amounts.product(contracted, quantity));
        row.set(FocusColumn.LIST_COST, listCost == null ? Amounts.product(listed, quantity) : listCost);
        String currency = get(record, AzureColumn.PRICING_CURRENCY);
        row.set(FocusColumn.PRICING_CURRENCY, currency);
        if (currency != null) {
            row.set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, price);
            row.set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, list);
            row.set(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, number(record, PRICING_COST, "costInPricingCurrency"));
        }
    }

    /** What cannot be told from the FOCUS columns: empty text where they say something and the file did not. */
    private @Nullable String rest(UsageRow row, String[] record) {
        extras.take();
        for (int i = 0; i < columns; i++) {
            AzureColumn column = read[i];
            String given = RowChecks.isNull(record[i]) ? null : record[i];
            String told = column == null ? null : told(column, row);
            if (!Objects.equals(given, told)) {
                extras.add(names[i], given == null ? "" : given);
            }
        }
        return extras.take();
    }

    private @Nullable String told(AzureColumn column, UsageRow row) {
        FocusColumn home = column.home();
        if (home == null) {
            return inEnterpriseOnly(column, row);
        }
        String value = row.get(home);
        return switch (column) {
            case DATE, PERIOD_START -> value == null ? null : Times.american(value, 0);
            case PERIOD_END -> value == null ? null : Times.american(value, 1);
            case TAGS -> customerAgreement ? value : AzureWords.tagsWithoutBraces(value);
            default -> value;
        };
    }

    /** The enrollment stands in the file twice, and of the profile only the second one counts. */
    private @Nullable String inEnterpriseOnly(AzureColumn column, UsageRow row) {
        return switch (column) {
            case ACCOUNT_ID -> customerAgreement ? null : row.get(FocusColumn.BILLING_ACCOUNT_ID);
            case ACCOUNT_NAME -> customerAgreement ? null : row.get(FocusColumn.BILLING_ACCOUNT_NAME);
            case PROFILE_ID -> row.get(FocusColumn.BILLING_ACCOUNT_ID);
            case PROFILE_NAME -> row.get(FocusColumn.BILLING_ACCOUNT_NAME);
            default -> null;
        };
    }
}
