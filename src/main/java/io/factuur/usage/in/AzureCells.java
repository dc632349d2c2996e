package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.in.Times.Moment;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds values in the records of one of Azure's files, whose header says where each column is, if it is there. */
final class AzureCells {

    private final Header header;
    private final Map<AzureColumn, Integer> places = new EnumMap<>(AzureColumn.class);
    private final RowChecks checks;

    AzureCells(Header header) {
        this.header = header;
        for (AzureColumn column : AzureColumn.values()) {
            int place = column.find(header);
            if (place >= 0) {
                places.put(column, place);
            }
        }
        this.checks = new RowChecks(this::title, namesAccounts());
    }

    boolean namesAccounts() {
        return places.containsKey(AzureColumn.ACCOUNT_ID) || places.containsKey(AzureColumn.PROFILE_ID);
    }

    /** Which column each field of a record is; null for those that nobody knows. */
    @Nullable
    AzureColumn[] read() {
        @Nullable AzureColumn[] read = new @Nullable AzureColumn[header.size()];
        places.forEach((column, place) -> read[place] = column);
        return read;
    }

    /** Null where there is nothing, or a word that says so. */
    @Nullable
    String get(String[] record, AzureColumn column) {
        Integer place = places.get(column);
        String value = place == null || RowChecks.isNull(record[place]) ? null : record[place];
        return column.mayBeUnassigned() ? AzureWords.somebody(value) : value;
    }

    @Nullable
    String first(String[] record, AzureColumn... columns) {
        for (AzureColumn column : columns) {
            String value = get(record, column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Nullable
    String number(String[] record, AzureColumn column) throws RowRejected {
        String value = get(record, column);
        return value == null ? null : checks.number(title(column), value);
    }

    String required(String[] record, AzureColumn column) throws RowRejected {
        String value = get(record, column);
        if (value == null) {
            throw new RowRejected(title(column), "usage.reject.missing", title(column));
        }
        return value;
    }

    Moment moment(AzureColumn column, String value) throws RowRejected {
        return checks.moment(title(column), value);
    }

    /** Checks what every row must have, once it is read. */
    void complete(UsageRow row) throws RowRejected {
        checks.complete(row);
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
                .orElse(home == FocusColumn.BILLING_ACCOUNT_ID ? title(AzureColumn.ACCOUNT_ID) : home.title());
    }
}
