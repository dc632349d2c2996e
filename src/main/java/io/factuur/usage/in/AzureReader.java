package io.factuur.usage.in;

import static io.factuur.usage.in.AzureColumn.*;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.in.Times.Moment;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Azure's own cost files, of an Enterprise Agreement or a Microsoft Customer Agreement, actual or amortized, and those of
 * pay-as-you-go and of partners, which name subscriptions and no account. Everything goes to the FOCUS column that says
 * the same; whatever cannot be told from there is kept by its own name.
 *
 * <p>Amortized rows (commitments spread over the usage they cover) are known one by one: usage under a commitment costs
 * something in them, where the actual file has 0. An amortized file is what is billed only as long as there is no actual
 * one for its month, so its costs are taken as they stand.
 */
final class AzureReader implements RowReader {

    /** What such a file has, each under one of its names. */
    private static final List<Set<AzureColumn>> MARKS = List.of(
            Set.of(COST),
            Set.of(DATE),
            Set.of(METER_ID, METER_NAME, METER_CATEGORY),
            Set.of(CURRENCY),
            Set.of(ACCOUNT_ID, PROFILE_ID, AzureColumn.SUBSCRIPTION_ID));

    private final boolean customerAgreement;
    private final AzureCells cells;
    private final AzureRemainder remainder;
    private final JsonObjects objects = new JsonObjects();

    private AzureReader(Header header, boolean customerAgreement) {
        this.customerAgreement = customerAgreement;
        this.cells = new AzureCells(header);
        this.remainder = new AzureRemainder(header, cells, customerAgreement);
    }

    static boolean recognises(Header header) {
        return missing(header).isEmpty();
    }

    /** The columns that keep a file from being one of these. */
    static List<String> missing(Header header) {
        return MARKS.stream()
                .filter(mark -> mark.stream().noneMatch(column -> column.find(header) >= 0))
                .map(mark -> mark.stream().sorted().findFirst().orElseThrow().title())
                .toList();
    }

    static AzureReader of(Header header) {
        return new AzureReader(
                header, header.hasAny("costInPricingCurrency", "pricingCurrency", "servicePeriodStartDate"));
    }

    @Override
    public String format() {
        if (customerAgreement) {
            return "Azure MCA";
        }
        return namesAccounts() ? "Azure EA" : "Azure MOSP";
    }

    @Override
    public boolean namesAccounts() {
        return cells.namesAccounts();
    }

    @Override
    public List<String> unknownColumns() {
        return remainder.unknown();
    }

    @Override
    public UsageRow read(String[] record) throws RowRejected {
        UsageRow row = new UsageRow();
        who(row, record);
        when(row, record);
        what(row, record);
        howMuch(row, record);
        cells.complete(row);
        row.extra = remainder.of(row, record);
        return row;
    }

    private void who(UsageRow row, String[] record) throws RowRejected {
        if (!cells.namesAccounts()) {
            cells.required(record, AzureColumn.SUBSCRIPTION_ID);
        }
        String account = cells.get(record, ACCOUNT_ID);
        String profile = cells.get(record, PROFILE_ID);
        boolean byProfile = customerAgreement && profile != null;
        row.set(FocusColumn.BILLING_ACCOUNT_ID, byProfile || account == null ? profile : account);
        row.otherBilledId = byProfile ? account : profile;
        row.set(
                FocusColumn.BILLING_ACCOUNT_NAME,
                cells.get(record, byProfile || account == null ? PROFILE_NAME : ACCOUNT_NAME));
        row.set(FocusColumn.BILLING_ACCOUNT_TYPE, byProfile ? "Billing Profile" : "Billing Account");
        String subscription = cells.get(record, SUBSCRIPTION_ID);
        row.set(FocusColumn.SUB_ACCOUNT_ID, subscription);
        row.set(FocusColumn.SUB_ACCOUNT_NAME, cells.get(record, SUBSCRIPTION_NAME));
        row.set(FocusColumn.SUB_ACCOUNT_TYPE, subscription == null ? null : "Subscription");
        row.set(FocusColumn.INVOICE_ID, cells.get(record, INVOICE_ID));
        row.set(
                FocusColumn.INVOICE_ISSUER_NAME,
                Objects.requireNonNullElse(cells.get(record, PARTNER_NAME), "Microsoft"));
        row.set(FocusColumn.PROVIDER_NAME, Objects.requireNonNullElse(cells.get(record, PROVIDER), "Microsoft"));
        row.set(FocusColumn.PUBLISHER_NAME, Objects.requireNonNullElse(cells.get(record, PUBLISHER_NAME), "Microsoft"));
    }

    /** A file of the open month names no billing period: the day's month is meant. */
    private void when(UsageRow row, String[] record) throws RowRejected {
        Moment day = cells.moment(DATE, cells.required(record, DATE));
        row.set(FocusColumn.CHARGE_PERIOD_START, day.iso());
        row.set(FocusColumn.CHARGE_PERIOD_END, day.nextDay().iso());
        String start = cells.get(record, AzureColumn.PERIOD_START);
        String end = cells.get(record, AzureColumn.PERIOD_END);
        Moment from = start == null ? day.startOfMonth() : cells.moment(AzureColumn.PERIOD_START, start);
        row.set(FocusColumn.BILLING_PERIOD_START, from.iso());
        row.set(
                FocusColumn.BILLING_PERIOD_END,
                end == null
                        ? from.startOfNextMonth().iso()
                        : cells.moment(AzureColumn.PERIOD_END, end).nextDay().iso());
    }

    private void what(UsageRow row, String[] record) {
        String type = Objects.requireNonNullElse(cells.get(record, CHARGE_TYPE), "");
        String model = cells.get(record, PRICING_MODEL);
        String resource = cells.get(record, AzureColumn.RESOURCE_ID);
        row.set(FocusColumn.CHARGE_CATEGORY, AzureWords.chargeCategory(type));
        row.set(FocusColumn.CHARGE_CLASS, AzureWords.isRefund(type) ? "Correction" : null);
        row.set(FocusColumn.CHARGE_DESCRIPTION, cells.first(record, PRODUCT, METER_NAME));
        row.set(FocusColumn.CHARGE_FREQUENCY, AzureWords.chargeFrequency(cells.get(record, FREQUENCY)));
        row.set(FocusColumn.PRICING_CATEGORY, AzureWords.pricingCategory(model));
        row.set(
                FocusColumn.SERVICE_NAME,
                cells.first(record, METER_CATEGORY, PRODUCT_ORDER, CONSUMED_SERVICE, PRODUCT));
        row.set(FocusColumn.SERVICE_CATEGORY, AzureWords.serviceCategory(cells.get(record, SERVICE_FAMILY)));
        row.set(FocusColumn.SKU_ID, cells.get(record, METER_ID));
        row.set(FocusColumn.SKU_METER, cells.get(record, METER_NAME));
        row.set(FocusColumn.SKU_PRICE_ID, cells.get(record, customerAgreement ? PRODUCT_ID : PART_NUMBER));
        row.set(FocusColumn.RESOURCE_ID, resource);
        row.set(FocusColumn.RESOURCE_NAME, cells.get(record, AzureColumn.RESOURCE_NAME));
        row.set(FocusColumn.RESOURCE_TYPE, AzureWords.resourceType(resource));
        row.set(FocusColumn.AVAILABILITY_ZONE, cells.get(record, AzureColumn.AVAILABILITY_ZONE));
        row.set(FocusColumn.REGION_ID, AzureWords.region(cells.first(record, LOCATION_NORMALIZED, LOCATION)));
        row.set(FocusColumn.REGION_NAME, cells.get(record, LOCATION));
        String tags = AzureWords.tags(cells.get(record, AzureColumn.TAGS));
        row.set(FocusColumn.TAGS, tags == null ? null : objects.of("Tags", tags));
        commitment(row, record, type, model);
    }

    private void commitment(UsageRow row, String[] record, String type, @Nullable String model) {
        String id = cells.first(record, BENEFIT_ID, RESERVATION_ID);
        if (id == null) {
            return;
        }
        boolean plan = AzureWords.isSavingsPlan(type, model);
        row.set(FocusColumn.COMMITMENT_DISCOUNT_ID, id);
        row.set(FocusColumn.COMMITMENT_DISCOUNT_NAME, cells.first(record, BENEFIT_NAME, RESERVATION_NAME));
        row.set(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, plan ? "Spend" : "Usage");
        row.set(FocusColumn.COMMITMENT_DISCOUNT_TYPE, plan ? "Savings Plan" : "Reservation");
        if ("Usage".equals(row.get(FocusColumn.CHARGE_CATEGORY))) {
            row.set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, AzureWords.isUnused(type) ? "Unused" : "Used");
        }
    }

    private void howMuch(UsageRow row, String[] record) throws RowRejected {
        cells.required(record, COST);
        String cost = cells.number(record, COST);
        String quantity = cells.number(record, QUANTITY);
        String unit = cells.get(record, UNIT);
        boolean usage = "Usage".equals(row.get(FocusColumn.CHARGE_CATEGORY));
        boolean committed = AzureWords.isCommitment(cells.get(record, PRICING_MODEL));
        boolean unused = AzureWords.isUnused(Objects.requireNonNullElse(cells.get(record, CHARGE_TYPE), ""));
        row.amortized = unused || usage && committed && !Amounts.isZero(cost);
        row.set(FocusColumn.BILLED_COST, cost);
        row.set(FocusColumn.EFFECTIVE_COST, !usage && committed ? "0" : cost);
        row.set(FocusColumn.BILLING_CURRENCY, cells.required(record, CURRENCY));
        row.set(FocusColumn.PRICING_QUANTITY, quantity);
        row.set(FocusColumn.PRICING_UNIT, unit);
        row.set(FocusColumn.CONSUMED_QUANTITY, usage ? quantity : null);
        row.set(FocusColumn.CONSUMED_UNIT, usage ? unit : null);
        prices(row, record, quantity);
    }

    private void prices(UsageRow row, String[] record, @Nullable String quantity) throws RowRejected {
        String price = cells.number(record, UNIT_PRICE);
        String list = cells.number(record, PAYG_PRICE);
        String listCost = cells.number(record, PAYG_COST);
        String rate = cells.number(record, EXCHANGE_RATE);
        boolean foreign = rate != null && !"1".equals(Amounts.normal(rate));
        String contracted = foreign ? Amounts.product(price, rate) : price;
        String listed = foreign ? Amounts.product(list, rate) : list;
        row.set(FocusColumn.CONTRACTED_UNIT_PRICE, contracted);
        row.set(FocusColumn.LIST_UNIT_PRICE, listed);
        String contractedCost = Amounts.product(contracted, quantity);
        row.set(
                FocusColumn.CONTRACTED_COST,
                contractedCost == null ? row.get(FocusColumn.BILLED_COST) : contractedCost);
        String listedCost = listCost == null ? Amounts.product(listed, quantity) : listCost;
        row.set(FocusColumn.LIST_COST, listedCost == null ? row.get(FocusColumn.CONTRACTED_COST) : listedCost);
        String currency = cells.get(record, AzureColumn.PRICING_CURRENCY);
        row.set(FocusColumn.PRICING_CURRENCY, currency);
        if (currency != null) {
            row.set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, price);
            row.set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, list);
            row.set(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, cells.number(record, PRICING_COST));
        }
    }
}
