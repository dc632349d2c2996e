package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row on its way in. Filled step by step: read, checked, placed, numbered. */
final class UsageRow {

    private final @Nullable String[] values = new @Nullable String[FocusColumn.ALL.size()];

    @Nullable
    String extra;
    /** For finding the billed scope where nothing is called by BillingAccountId. */
    @Nullable
    String otherBilledId;

    LocalDate chargeDay = LocalDate.EPOCH;
    /** Any day of the billing period that the file names. */
    LocalDate billingDay = LocalDate.EPOCH;

    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal effectiveCost = BigDecimal.ZERO;
    boolean rounded;
    boolean amortized;

    long id;
    long scopeId;

    @Nullable
    StagedDelivery delivery;

    @Nullable
    String get(FocusColumn column) {
        return values[column.ordinal()];
    }

    void set(FocusColumn column, @Nullable String value) {
        values[column.ordinal()] = value;
    }

    /** By position in {@link FocusColumn#ALL}. */
    @Nullable
    String get(int column) {
        return values[column];
    }

    void set(int column, @Nullable String value) {
        values[column] = value;
    }

    StagedDelivery delivery() {
        if (delivery == null) {
            throw new IllegalStateException("The row has no place yet");
        }
        return delivery;
    }

    /** About how many characters it holds, for keeping batches small. */
    int weight() {
        int weight = extra == null ? 0 : extra.length();
        for (String value : values) {
            weight += value == null ? 0 : value.length();
        }
        return weight;
    }
}
