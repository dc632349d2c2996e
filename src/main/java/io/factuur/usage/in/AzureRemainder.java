package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the FOCUS columns of a row do not tell of the record it was read from, by the file's own names, so that the
 * same record can be given back.
 */
final class AzureRemainder {

    private final boolean customerAgreement;
    private final @Nullable AzureColumn[] read;
    private final String[] names;
    private final boolean[] blankCounts;
    private final List<String> unknown = new ArrayList<>();
    private final Extras extras = new Extras();

    AzureRemainder(Header header, AzureCells cells, boolean customerAgreement) {
        this.customerAgreement = customerAgreement;
        this.read = cells.read();
        this.names = new String[read.length];
        this.blankCounts = new boolean[read.length];
        for (int i = 0; i < read.length; i++) {
            String name = header.keptAsReally(i);
            names[i] = Extras.name(name);
            blankCounts[i] = AzureWords.blankCounts(name);
            AzureColumn column = read[i];
            if (column == null || column.home() == null) {
                unknown.add(name);
            }
        }
    }

    /** The columns that FOCUS has not, as they are kept. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** As JSON: empty text where the FOCUS columns say something and the file did not. */
    @Nullable
    String of(UsageRow row, String[] record) {
        extras.take();
        for (int i = 0; i < read.length; i++) {
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
