package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.util.ArrayList;
import java.util.List;

/** FOCUS 1.0, 1.1 and 1.2: the columns are ours, every other one is kept by its name. */
final class FocusReader implements RowReader {

    private static final int UNKNOWN = -1;

    private final Header header;
    private final RowChecks checks = new RowChecks();
    private final Extras extras = new Extras();
    private final FocusColumn[] homes;
    private final String[] names;
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
        row.extra = extras.take();
        checks.complete(row);
        return row;
    }

    private String known(FocusColumn column, String value) throws RowRejected {
        return switch (column.kind()) {
            case TEXT -> value;
            case DECIMAL -> checks.number(column.title(), value);
            case TIME -> checks.moment(column.title(), value).iso();
        };
    }
}
