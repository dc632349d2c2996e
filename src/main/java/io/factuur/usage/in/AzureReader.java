package io.factuur.usage.in;

import static io.factuur.usage.in.AzureColumn.*;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.in.Times.Moment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Azure's own cost files, of an Enterprise Agreement or a Microsoft Customer Agreement, actual or amortized, and those of
 * pay-as-you-go and of partners, which name subscriptions and no account. Everything goes to the FOCUS column that says the same; whatever cannot be told from there is kept by its own name.
 *
 * <p>Amortized rows (commitments spread over the usage they cover) are known one by one: usage under a commitment costs
 * something in them, where the actual file has 0. An amortized file is what is billed only as long as there is no actual
 * one for its month, so its costs are taken as they stand.
 */
final class AzureReader implements RowReader {

    private final Header header;
    private final boolean customerAgreement;
    private final int columns;
    private final RowChecks checks;
    private final Extras extras = new Extras();
    private final JsonObjects objects = new JsonObjects();
    private final Map<AzureColumn, Integer> places = new EnumMap<>(AzureColumn.class);
    private final @Nullable AzureColumn[] read;
    private final String[] names;
    private final boolean[] blankCounts;
    private final List<String> unknown = new ArrayList<>();

    private AzureReader(Header header, boolean customerAgreement) {
        this.header = header;
        this.customerAgreement = customerAgreement;
        this.columns = header.size();
        this.read = new @Nullable AzureColumn[columns];
        this.names = new String[columns];
        this.blankCounts = new boolean[columns];
        for (AzureColumn column : AzureColumn.values()) {
            int place = column.find(header);
            if (place >= 0) {
                places.put(column, place);
                read[place] = column;
            }
        }
        this.checks = new RowChecks(this::title, namesAccounts());
        for (int i = 0; i < columns; i++) {
            AzureColumn column = read[i];
            names[i] = Extras.name(header.keptAsReally(i));
            blankCounts[i] = AzureWords.blankCounts(header.keptAsReally(i));
            if (column == null || column.home() == null) {
                unknown.add(header.keptAsReally(i));
            }
        }
    }

    /** What such a file has, each under one of its names. */
    static final List<Set<AzureColumn>> MARKS = List.of(
            Set.of(COST),
            Set.of(DATE),
            Set.of(METER_ID, METER_NAME, METER_CATEGORY),
            Set.of(CURRENCY),
            Set.of(ACCOUNT_ID, PROFILE_ID, AzureColumn.SUBSCRIPTION_ID));

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
        return places.containsKey(ACCOUNT_ID) || places.containsKey(PROFILE_ID);
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
        String value = place == null || RowChecks.isNull(record[place]) ? null : record[place];
        return column.mayBeUnassigned() ? AzureWords.somebody(value) : value;
    }

    private @Nullable String first(String[] record, AzureColumn... columns) {
        for (AzureColumn column : columns) {
            String value = get(record, column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable String number(String[] record, AzureColumn column) throws RowRejected {
        String value = get(record, column);
        return value == null ? null : checks.number(title(column), value);
    }

    private Moment moment(AzureColumn column, String value) throws RowRejected {
        return checks.moment(title(column), value);
    }

    /** What a person finds the column under. */
    private String title(AzureColumn column) {
        Integer place = places.get(column);
        return place == null ? column.title() : header.name(place);
    }

    private String title(FocusColumn home) {
        return places.keySet().stream()
                .filter(column -> column.home() == home)
                .findFirst()
                .map(this::title)
                .orElse(home == FocusColumn.BILLING_ACCOUNT_ID ? title(ACCOUNT_ID) : home.title());
    }

    private String required(String[] record, AzureColumn column) throws RowRejected {
        String value = get(record, column);
        if (value == null) {
            throw new RowRejected(title(column), "usage.reject.missing", title(column));
        }
        return value;
    }

    private void who(UsageRow row, String[] record) throws RowRejected {
        if (!namesAccounts()) {
            required(record, AzureColumn.SUBSCRIPTION_ID);
        }
        String account = get(record, ACCOUNT_ID);
        String profile = get(record, PROFILE_ID);
        boolean byProfile = customerAgreement && profile != null;
        row.set(FocusColumn.BILLING_ACCOUNT_ID, byProfile || account == null ? profile : account);
        row.otherBilledId = byProfile ? account : profile;
        row.set(
                FocusColumn.BILLING_ACCOUNT_NAME,
                get(record, byProfile || account == null ? PROFILE_NAME : ACCOUNT_NAME));
        row.set(FocusColumn.BILLING_ACCOUNT_TYPE, byProfile ? "Billing Profile" : "Billing Account");
        String subscription = get(record, SUBSCRIPTION_ID);
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
        Moment day = moment(DATE, required(record, DATE));
        row.set(FocusColumn.CHARGE_PERIOD_START, day.iso());
        row.set(FocusColumn.CHARGE_PERIOD_END, day.nextDay().iso());
        String start = get(record, AzureColumn.PERIOD_START);
        String end = get(record, AzureColumn.PERIOD_END);
        Moment from = start == null ? day.startOfMonth() : moment(AzureColumn.PERIOD_START, start);
        row.set(FocusColumn.BILLING_PERIOD_START, from.iso());
        row.set(
                FocusColumn.BILLING_PERIOD_END,
                end == null
                        ? from.startOfNextMonth().iso()
                        : moment(AzureColumn.PERIOD_END, end).nextDay().iso());
    }

    private void what(UsageRow row, String[] record) {
        String type = Objects.requireNonNullElse(get(record, CHARGE_TYPE), "");
        String model = get(record, PRICING_MODEL);
        String resource = get(record, AzureColumn.RESOURCE_ID);
        row.set(FocusColumn.CHARGE_CATEGORY, AzureWords.chargeCategory(type));
        row.set(FocusColumn.CHARGE_CLASS, AzureWords.isRefund(type) ? "Correction" : null);
        row.set(FocusColumn.CHARGE_DESCRIPTION, first(record, PRODUCT, METER_NAME));
        row.set(FocusColumn.CHARGE_FREQUENCY, AzureWords.chargeFrequency(get(record, FREQUENCY)));
        row.set(FocusColumn.PRICING_CATEGORY, AzureWords.pricingCategory(model));
        row.set(FocusColumn.SERVICE_NAME, first(record, METER_CATEGORY, PRODUCT_ORDER, CONSUMED_SERVICE, PRODUCT));
        row.set(FocusColumn.SERVICE_CATEGORY, AzureWords.serviceCategory(get(record, SERVICE_FAMILY)));
        row.set(FocusColumn.SKU_ID, get(record, METER_ID));
        row.set(FocusColumn.SKU_METER, get(record, METER_NAME));
        row.set(FocusColumn.SKU_PRICE_ID, get(record, customerAgreement ? PRODUCT_ID : PART_NUMBER));
        row.set(FocusColumn.RESOURCE_ID, resource);
        row.set(FocusColumn.RESOURCE_NAME, get(record, AzureColumn.RESOURCE_NAME));
        row.set(FocusColumn.RESOURCE_TYPE, AzureWords.resourceType(resource));
        row.set(FocusColumn.AVAILABILITY_ZONE, get(record, AzureColumn.AVAILABILITY_ZONE));
        row.set(FocusColumn.REGION_ID, AzureWords.region(first(record, LOCATION_NORMALIZED, LOCATION)));
        row.set(FocusColumn.REGION_NAME, get(record, LOCATION));
        String tags = AzureWords.tags(get(record, AzureColumn.TAGS));
        row.set(FocusColumn.TAGS, tags == null ? null : objects.of("Tags", tags));
        commitment(row, record, type, model);
    }

    private void commitment(UsageRow row, String[] record, String type, @Nullable String model) {
        String id = first(record, BENEFIT_ID, RESERVATION_ID);
        if (id == null) {
            return;
        }
        boolean plan = AzureWords.isSavingsPlan(type, model);
        row.set(FocusColumn.COMMITMENT_DISCOUNT_ID, id);
        row.set(FocusColumn.COMMITMENT_DISCOUNT_NAME, first(record, BENEFIT_NAME, RESERVATION_NAME));
        row.set(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, plan ? "Spend" : "Usage");
        row.set(FocusColumn.COMMITMENT_DISCOUNT_TYPE, plan ? "Savings Plan" : "Reservation");
        if ("Usage".equals(row.get(FocusColumn.CHARGE_CATEGORY))) {
            row.set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, AzureWords.isUnused(type) ? "Unused" : "Used");
        }
    }

    private void howMuch(UsageRow row, String[] record) throws RowRejected {
        required(record, COST);
        String cost = number(record, COST);
        String quantity = number(record, QUANTITY);
        String unit = get(record, UNIT);
        boolean usage = "Usage".equals(row.get(FocusColumn.CHARGE_CATEGORY));
        boolean committed = AzureWords.isCommitment(get(record, PRICING_MODEL));
        boolean unused = AzureWords.isUnused(Objects.requireNonNullElse(get(record, CHARGE_TYPE), ""));
        row.amortized = unused || usage && committed && !Amounts.isZero(cost);
        row.set(FocusColumn.BILLED_COST, cost);
        row.set(FocusColumn.EFFECTIVE_COST, !usage && committed ? "0" : cost);
        row.set(FocusColumn.BILLING_CURRENCY, required(record, CURRENCY));
        row.set(FocusColumn.PRICING_QUANTITY, quantity);
        row.set(FocusColumn.PRICING_UNIT, unit);
        row.set(FocusColumn.CONSUMED_QUANTITY, usage ? quantity : null);
        row.set(FocusColumn.CONSUMED_UNIT, usage ? unit : null);
        prices(row, record, quantity);
    }

    private void prices(UsageRow row, String[] record, @Nullable String quantity) throws RowRejected {
        String price = number(record, UNIT_PRICE);
        String list = number(record, PAYG_PRICE);
        String listCost = number(record, PAYG_COST);
        String rate = number(record, EXCHANGE_RATE);
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
        String currency = get(record, AzureColumn.PRICING_CURRENCY);
        row.set(FocusColumn.PRICING_CURRENCY, currency);
        if (currency != null) {
            row.set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, price);
            row.set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, list);
            row.set(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, number(record, PRICING_COST));
        }
    }

    /** What cannot be told from the FOCUS columns: empty text where they say something and the file did not. */
    private @Nullable String rest(UsageRow row, String[] record) {
        extras.take();
        for (int i = 0; i < columns; i++) {
            AzureColumn column = read[i];
            String given = RowChecks.isNull(record[i]) ? null : record[i];
            String told = column == null ? null : told(column, row);
            if (!Objects.equals(given, told) || given == null && blankCounts[i]) {
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
