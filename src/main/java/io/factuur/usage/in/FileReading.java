package io.factuur.usage.in;

import io.factuur.shared.Problem;
import io.factuur.usage.FocusColumn;
import io.factuur.usage.ImportFigures;
import io.factuur.usage.Sentence;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The reading thread's part of one import: record by record from the file to its place. */
final class FileReading implements Closeable {

    private static final int RECORDS_A_LOOK = 256;
    private static final long PULSE = 500_000_000;

    private final UsageRecords records;
    private final Header header;
    private final RowReader reader;
    private final ImportLimits limits;
    private final ImportOrder order;
    private final Places places;
    private final Deliveries deliveries;
    private final Rejects rejects;
    private final Map<String, BigDecimal> billedCost = new TreeMap<>();
    private long read;
    private long accepted;
    private long rounded;
    private long unplaced;
    private int named;
    private long pulsed = System.nanoTime();

    FileReading(
            UsageRecords records,
            ImportLimits limits,
            ImportOrder order,
            Places places,
            Deliveries deliveries,
            DataFolder data)
            throws IOException {
        this.records = records;
        this.limits = limits;
        this.order = order;
        this.places = places;
        this.deliveries = deliveries;
        String[] first = records.next();
        if (first == null) {
            throw Problem.invalid("problem.import.empty");
        }
        this.header = Header.of(first, limits);
        this.reader = Formats.of(header);
        if (!reader.namesAccounts()) {
            deliveries.ofSubscriptions();
        }
        this.rejects = new Rejects(
                data.rejects(order.importId()), header, order.request().locale());
    }

    RowReader reader() {
        return reader;
    }

    /**
     * Reads on to the end, and no further once nothing more is to be learned.
     *
     * @param pulse told now and then how far it is
     */
    void readAll(Runnable pulse, Consumer<UsageRow> taker) throws IOException {
        String[] record = records.next();
        while (record != null && !isHopeless()) {
            read++;
            if (read % RECORDS_A_LOOK == 0 && System.nanoTime() - pulsed > PULSE) {
                pulsed = System.nanoTime();
                pulse.run();
            }
            try {
                take(record, taker);
            } catch (RowRejected why) {
                rejects.add(records.line(), why, record);
            } catch (UnknownAccount unknown) {
                rejectUnplaced(unknown, record);
            }
            record = records.next();
        }
    }

    private boolean isHopeless() {
        return isRefused() && rejects.count() >= limits.rejects();
    }

    /** Whether it is certain that nothing of the file will be taken. */
    boolean isRefused() {
        return !order.request().keepGoodRows() && rejected() > 0;
    }

    /** One row for each account is enough, unless the others are wanted without it. */
    private void rejectUnplaced(UnknownAccount unknown, String[] record) {
        if (order.request().keepGoodRows() || places.unknown().size() > named) {
            named = places.unknown().size();
            rejects.add(
                    records.line(),
                    reader.namesAccounts()
                            ? new RowRejected("BillingAccountId", "usage.reject.account", unknown.id)
                            : new RowRejected("SubscriptionId", "usage.reject.subscription", unknown.id),
                    record);
        } else {
            unplaced++;
        }
    }

    /** Nothing is called by a row's BillingAccountId. */
    private static final class UnknownAccount extends Exception {

        private final String id;

        UnknownAccount(String id) {
            super(id, null, false, false);
            this.id = id;
        }
    }

    private void take(String[] record, Consumer<UsageRow> taker) throws RowRejected, UnknownAccount {
        UsageRow row = reader.read(fitted(record));
        Place place = places.of(row);
        if (place == null) {
            throw new UnknownAccount(Places.nameOf(row));
        }
        place.fillIn(row);
        accepted++;
        rounded += row.rounded ? 1 : 0;
        String currency = row.get(FocusColumn.BILLING_CURRENCY);
        billedCost.merge(currency == null ? "" : currency, row.cost, BigDecimal::add);
        if (!isRefused()) {
            row.scopeId = place.scopeId();
            row.delivery = deliveries.of(row, place);
            taker.accept(row);
        }
    }

    /** Empty values beyond the header are somebody's trailing commas. */
    private String[] fitted(String[] record) throws RowRejected {
        boolean fits = record.length >= header.size();
        for (int i = header.size(); i < record.length; i++) {
            fits &= record[i].isEmpty();
        }
        if (!fits) {
            throw new RowRejected("", "usage.reject.fields", record.length, header.size());
        }
        return record;
    }

    List<ImportFigures.Cost> billedCost() {
        List<ImportFigures.Cost> costs = new ArrayList<>();
        billedCost.forEach((currency, sum) -> costs.add(new ImportFigures.Cost(currency, sum.toPlainString())));
        return costs;
    }

    long read() {
        return read;
    }

    long accepted() {
        return accepted;
    }

    long rounded() {
        return rounded;
    }

    long rejected() {
        return rejects.count() + unplaced;
    }

    /** Why nothing is taken. */
    Sentence whyRefused() {
        Set<String> unknown = places.unknown();
        if (!unknown.isEmpty()) {
            return Sentence.of(
                    reader.namesAccounts() ? "problem.import.accounts-unknown" : "problem.import.subscriptions-unknown",
                    unknown.size(),
                    String.join(", ", unknown));
        }
        Rejects.First first = Objects.requireNonNull(rejects.first());
        return Sentence.of("problem.import.rejected", rejected(), read, first.line())
                .because(first.why());
    }

    /** How far in the file as it is, packed or not. */
    long bytes() {
        return records.bytes().taken();
    }

    /** Ends the reading. */
    @Nullable
    String sha256() {
        return records.bytes().sha256();
    }

    @Override
    public void close() throws IOException {
        rejects.close();
        records.close();
    }
}
