package io.factuur.usage.in;

import io.factuur.usage.in.DeliveryStore.Stored;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Rows for periods that are closed: put aside, compared with what was billed before, and only those handed on that were
 * not there.
 */
final class LateRows implements Closeable {

    private final StoredRows stored;
    private final RowSpool spool;
    private final HashBuckets buckets;
    private long alreadyBilled;

    LateRows(Path folder, StoredRows stored) throws IOException {
        this.stored = stored;
        this.spool = new RowSpool(folder);
        this.buckets = new HashBuckets(folder);
    }

    void add(UsageRow row) throws IOException {
        buckets.now(Fingerprint.of(group(row.delivery()), row), spool.add(row));
    }

    /** What the rows of a delivery are compared with. */
    void compare(StagedDelivery delivery, Iterable<Stored> billedBefore) throws IOException {
        String group = group(delivery);
        for (Stored before : billedBefore) {
            stored.each(before, row -> buckets.before(Fingerprint.of(group, row), row.cost));
        }
    }

    /** Hands on the rows that were not there before. */
    void sift(Consumer<UsageRow> taker) throws IOException {
        BitSet fresh = buckets.fresh();
        spool.each((number, row) -> {
            if (fresh.get((int) number)) {
                taker.accept(row);
            } else {
                alreadyBilled++;
            }
        });
    }

    /** Hands on every row: there is nothing to compare with. */
    void all(Consumer<UsageRow> taker) throws IOException {
        spool.each((number, row) -> taker.accept(row));
    }

    long alreadyBilled() {
        return alreadyBilled;
    }

    long missing() {
        return buckets.missing();
    }

    BigDecimal missingCost() {
        return buckets.missingCost();
    }

    private static String group(StagedDelivery delivery) {
        StagedDelivery.Key key = delivery.key;
        return key.invoiced().invoicedScopeId() + " " + key.fileMonth() + " "
                + key.period().start() + " " + key.currency();
    }

    @Override
    public void close() throws IOException {
        spool.close();
        buckets.close();
    }
}
