package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row on its way in. Filled step by step: read, checked, placed, numbered. */
final class UsageRow {

    /** The bit of {@link #filled()} that says whether there is something that FOCUS has no column for. */
    static final long EXTRA = 1L << 63;

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
    private int weight;
    private long filled;
    private long blank;

    @Nullable
    StagedDelivery delivery;

    @Nullable
    String get(FocusColumn column) {
        return values[column.ordinal()];
    }

    void set(FocusColumn column, @Nullable String value) {
        set(column.ordinal(), value);
    }

    /** By position in {@link FocusColumn#ALL}. */
    @Nullable
    String get(int column) {
        return values[column];
    }

    void set(int column, @Nullable String value) {
        values[column] = value;
        if (value == null) {
            filled &= ~(1L << column);
        } else {
            filled |= 1L << column;
            weight += value.length();
            if (value.isEmpty()) {
                blank |= 1L << column;
            }
        }
    }

    /** One bit for each column that has a value, and the highest for {@link #extra}. */
    long filled() {
        return extra == null ? filled : filled | EXTRA;
    }

    /** One bit for each column that was given an empty text. */
    long blank() {
        return blank;
    }

    StagedDelivery delivery() {
        if (delivery == null) {
            throw new IllegalStateException("The row has no place yet");
        }
        return delivery;
    }

    /** About how many characters it holds, for keeping batches small. */
    int weight() {
        return extra == null ? weight : weight + extra.length();
    }
}
