package io.factuur.usage.in;

import io.factuur.shared.Problem;
import io.factuur.usage.ImportFigures;
import io.factuur.usage.ImportMode;
import io.factuur.usage.in.DeliveryStore.Stored;
import io.factuur.usage.out.ColumnFacts;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where rows go once they have a place: straight to be written, or aside first when their period is closed. */
final class Settling implements Closeable {

    private static final int BLOCK = 50_000;

    private final ImportOrder order;
    private final Deliveries deliveries;
    private final RowPipe pipe;
    private final RowIds rowIds;
    private final DeliveryStore store;
    private final StoredRows storedRows;
    private final DataFolder data;
    private final Noticed noticed = new Noticed();
    private @Nullable LateRows late;
    private long nextId;
    private long blockEnd;
    private long firstId;
    private long lastId;
    private long alreadyBilled;
    private long missing;
    private BigDecimal missingCost = BigDecimal.ZERO;

    Settling(
            ImportOrder order,
            Deliveries deliveries,
            RowPipe pipe,
            RowIds rowIds,
            DeliveryStore store,
            StoredRows storedRows,
            DataFolder data) {
        this.order = order;
        this.deliveries = deliveries;
        this.pipe = pipe;
        this.rowIds = rowIds;
        this.store = store;
        this.storedRows = storedRows;
        this.data = data;
    }

    void take(UsageRow row) {
        StagedDelivery delivery = row.delivery();
        delivery.amortized |= row.amortized;
        if (!delivery.closed) {
            write(row);
            return;
        }
        try {
            if (late == null) {
                late = new LateRows(data.scratch(), storedRows);
            }
            late.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(UsageRow row) {
        row.delivery().count(row);
        noticed.row(row);
        if (order.request().dryRun()) {
            return;
        }
        if (nextId == blockEnd) {
            nextId = rowIds.take(order.importId(), BLOCK);
            blockEnd = nextId + BLOCK;
        }
        row.id = nextId++;
        firstId = firstId == 0 ? row.id : firstId;
        lastId = row.id;
        row.delivery().holds(row.id);
        pipe.add(row);
    }

    /** Decides about the rows put aside and waits until everything is written. */
    void settle() throws IOException {
        standBeside();
        if (late != null) {
            for (StagedDelivery delivery : deliveries.closed()) {
                if (!delivery.beside) {
                    compare(late, delivery, List.of());
                }
            }
            finishLate(late);
        }
        if (!order.request().dryRun()) {
            pipe.finish();
        }
    }

    /** An amortized file does not count as billed where the billed one is known. */
    private void standBeside() {
        Set<String> amortized = new HashSet<>();
        deliveries.all().stream()
                .filter(delivery -> delivery.amortized)
                .forEach(delivery -> amortized.add(month(delivery)));
        for (StagedDelivery delivery : deliveries.all()) {
            delivery.beside = amortized.contains(month(delivery))
                    && store.hasBilled(delivery.key.invoiced().billed().id(), delivery.key.fileMonth());
        }
    }

    private static String month(StagedDelivery delivery) {
        return delivery.key.invoiced().billed().id() + " " + delivery.key.fileMonth();
    }

    private void compare(LateRows rows, StagedDelivery delivery, List<Long> except) throws IOException {
        List<Stored> before = store.billedBefore(delivery.key, order.request().mode());
        if (!delivery.amortized && store.anyAmortized(before)) {
            throw Problem.conflict(
                    "problem.import.billed-amortized",
                    delivery.key.period().start(),
                    delivery.key.invoiced().invoicedName());
        }
        delivery.comparedWith = before.stream().map(Stored::id).toList();
        rows.compare(
                delivery,
                before.stream().filter(stored -> !except.contains(stored.id())).toList());
    }

    private void finishLate(LateRows rows) throws IOException {
        rows.sift(this::write);
        alreadyBilled += rows.alreadyBilled();
        missing += rows.missing();
        missingCost = missingCost.add(rows.missingCost());
        rows.close();
        late = null;
    }

    /** Compares once more: periods were closed, or filled, while the file was being read. */
    void again(List<StagedDelivery> stale) throws IOException {
        try (RowPipe more = pipe.another()) {
            Settling second = new Settling(order, deliveries, more, rowIds, store, storedRows, data);
            second.firstId = firstId;
            second.lastId = lastId;
            try (LateRows rows = new LateRows(data.scratch(), storedRows)) {
                for (StagedDelivery delivery : stale) {
                    StagedDelivery next = deliveries.late(delivery);
                    storedRows.each(new Stored(delivery.id, delivery.firstRowId, delivery.lastRowId), row -> {
                        row.delivery = next;
                        rows.add(row);
                    });
                    second.compare(rows, next, delivery.comparedWith);
                }
                second.finishLate(rows);
            }
            more.finish();
            alreadyBilled += second.alreadyBilled;
            missing += second.missing;
            missingCost = missingCost.add(second.missingCost);
            firstId = second.firstId;
            lastId = second.lastId;
        }
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** What was noticed about the rows that were written. */
    ColumnFacts facts() {
        return noticed.facts();
    }

    @Nullable
    Long firstRowId() {
        return firstId == 0 ? null : firstId;
    }

    @Nullable
    Long lastRowId() {
        return firstId == 0 ? null : lastId;
    }

    ImportFigures figures(FileReading file, Places places) {
        List<StagedDelivery> all = deliveries.all();
        return new ImportFigures(
                file.billedCost(),
                all.stream()
                        .filter(delivery -> delivery.closed && !delivery.beside)
                        .mapToLong(delivery -> delivery.rows)
                        .sum(),
                alreadyBilled,
                missing,
                missingCost,
                file.rounded(),
                places.fresh().size(),
                replaced(all),
                all.stream().anyMatch(delivery -> delivery.amortized),
                places.billedScopes(),
                otherCurrencies(all),
                periods(all));
    }

    private static List<ImportFigures.OtherCurrency> otherCurrencies(List<StagedDelivery> all) {
        return all.stream()
                .filter(delivery -> delivery.rows > 0 && !delivery.beside)
                .map(delivery -> new ImportFigures.OtherCurrency(
                        delivery.key.currency(),
                        delivery.key.invoiced().billed().name(),
                        delivery.key.invoiced().billed().currency().getCurrencyCode()))
                .filter(found -> !found.currency().equals(found.billedIn()))
                .distinct()
                .limit(ImportFigures.MOST_CURRENCIES)
                .toList();
    }

    private long replaced(List<StagedDelivery> all) {
        if (order.request().mode() == ImportMode.APPEND) {
            return 0;
        }
        Map<String, StagedDelivery> months = new LinkedHashMap<>();
        all.stream().filter(delivery -> !delivery.beside).forEach(delivery -> months.put(month(delivery), delivery));
        return months.values().stream()
                .mapToLong(delivery -> store.replaceable(
                        delivery.key.invoiced().billed().id(), delivery.key.fileMonth(), deliveries.only()))
                .sum();
    }

    private List<ImportFigures.Period> periods(List<StagedDelivery> all) {
        List<ImportFigures.Period> periods = new ArrayList<>();
        for (StagedDelivery delivery : all) {
            if (delivery.rows > 0 && periods.size() < ImportFigures.MOST_PERIODS) {
                periods.add(period(delivery));
            }
        }
        return periods;
    }

    private ImportFigures.Period period(StagedDelivery delivery) {
        Place invoiced = delivery.key.invoiced();
        boolean isLate = delivery.closed && !delivery.beside;
        return new ImportFigures.Period(
                invoiced.invoicedScopeId() < 0 ? invoiced.billed().id() : invoiced.invoicedScopeId(),
                invoiced.invoicedName(),
                (isLate ? store.nextOpen(delivery.key) : delivery.key.period()).code(),
                isLate ? delivery.key.period().code() : null,
                delivery.rows,
                new ImportFigures.Cost(
                        delivery.key.currency(),
                        Objects.requireNonNull(delivery.cost).toPlainString()));
    }

    @Override
    public void close() throws IOException {
        if (late != null) {
            late.close();
        }
    }
}
