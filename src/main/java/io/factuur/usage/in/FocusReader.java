package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.FocusWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FOCUS 1.0, 1.1 and 1.2: the columns are ours, every other one, of newer versions too, is kept by its name. */
final class FocusReader implements RowReader {

    private static final int UNKNOWN = -1;

    private final Header header;
    private final RowChecks checks = new RowChecks(FocusColumn::title, true);
    private final Extras extras = new Extras();
    private final JsonObjects objects = new JsonObjects();
    private final FocusColumn[] homes;
    private final String[] names;
    /** What versions after 1.2 call the provider. */
    private final int serviceProvider;

    private final List<String> unknown = new ArrayList<>();

    private FocusReader(Header header) {
        this.header = header;
        this.homes = new FocusColumn[header.size()];
        this.names = new String[header.size()];
        for (FocusColumn column : FocusColumn.ALL) {
            int place = header.find(column.title());
            if (place != UNKNOWN) {
                homes[place] = column;
            }
        }
        this.serviceProvider = header.has("ServiceProviderName") ? header.find("ServiceProviderName") : UNKNOWN;
        for (int i = 0; i < homes.length; i++) {
            if (homes[i] == null) {
                unknown.add(header.keptAs(i));
                names[i] = Extras.name(header.keptAs(i));
            }
        }
    }

    static final List<FocusColumn> MARKS = List.of(
            FocusColumn.BILLED_COST,
            FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_CURRENCY,
            FocusColumn.BILLING_PERIOD_START,
            FocusColumn.CHARGE_PERIOD_START);

    /** Columns of versions after 1.2, the newest first: they are kept by their names. */
    private static final Map<Integer, List<String>> NEWER = newer();

    private static Map<Integer, List<String>> newer() {
        Map<Integer, List<String>> columns = new LinkedHashMap<>();
        columns.put(4, List.of("InvoiceDetailId", "CommitmentProgramEligibilityDetails"));
        columns.put(3, List.of("ServiceProviderName", "HostProviderName", "ContractApplied", "AllocatedMethodId"));
        return columns;
    }

    static boolean recognises(Header header) {
        return missing(header).isEmpty();
    }

    /** The columns that keep a file from being one of these. */
    static List<String> missing(Header header) {
        return MARKS.stream()
                .map(FocusColumn::title)
                .filter(title -> !header.has(title))
                .toList();
    }

    static FocusReader of(Header header) {
        return new FocusReader(header);
    }

    @Override
    public String format() {
        for (Map.Entry<Integer, List<String>> newer : NEWER.entrySet()) {
            if (newer.getValue().stream().anyMatch(header::has)) {
                return "FOCUS 1." + newer.getKey();
            }
        }
        int minor = FocusColumn.ALL.stream()
                .filter(column -> header.has(column.title()))
                .mapToInt(FocusColumn::since)
                .max()
                .orElse(0);
        return "FOCUS 1." + minor;
    }

    @Override
    public List<String> unknownColumns() {
        return List.copyOf(unknown);
    }

    @Override
    public UsageRow read(String[] record) throws RowRejected {
        UsageRow row = new UsageRow();
        extras.take();
        for (int i = 0; i < homes.length; i++) {
            String value = record[i];
            if (RowChecks.isNull(value)) {
                continue;
            }
            FocusColumn home = homes[i];
            if (home == null) {
                extras.add(names[i], value);
            } else {
                row.set(home, known(home, value));
            }
        }
        if (serviceProvider >= 0 && row.get(FocusColumn.PROVIDER_NAME) == null) {
            String name = record[serviceProvider];
            row.set(FocusColumn.PROVIDER_NAME, RowChecks.isNull(name) ? null : name);
        }
        if (row.get(FocusColumn.CHARGE_CATEGORY) == null) {
            row.set(FocusColumn.CHARGE_CATEGORY, "Usage");
        }
        row.extra = extras.take();
        checks.complete(row);
        return row;
    }

    private String known(FocusColumn column, String value) throws RowRejected {
        return switch (column.kind()) {
            case TEXT ->
                column == FocusColumn.TAGS || column == FocusColumn.SKU_PRICE_DETAILS
                        ? objects.of(column.title(), value)
                        : FocusWords.cased(column, value);
            case DECIMAL -> checks.number(column.title(), value);
            case TIME -> checks.moment(column.title(), value).iso();
        };
    }
}
