package io.factuur.usage.out;

import io.factuur.usage.Dimension;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums of a delivery by region, resource group and tag, gathered from its rows once and kept: a delivery never changes.
 */
@Component
public class Breakdowns {

    private static final int MOST = 50_000;
    private static final String NO_TAG = "";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("usage-breakdown").daemon().factory());

    Breakdowns(JdbcClient jdbc, JdbcTemplate batches, DataSource database, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.database = database;
        this.transaction = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Gathers what has not been gathered yet of some deliveries. */
    public void gather(Collection<Long> deliveries) {
        Set<Long> missing = new TreeSet<>(deliveries);
        if (!missing.isEmpty()) {
            missing.removeAll(jdbc.sql("select delivery_id from usage_broken_down where delivery_id in (:deliveries)")
                    .param("deliveries", missing)
                    .query(Long.class)
                    .set());
        }
        missing.forEach(this::gather);
    }

    /** The same in the background, one after the other. */
    public void gatherLater(Collection<Long> deliveries) {
        List<Long> wanted = List.copyOf(deliveries);
        background.execute(() -> gather(wanted));
    }

    /** Forgets deliveries whose rows are gone. */
    @Scheduled(fixedDelay = 60, initialDelay = 20, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        transaction.executeWithoutResult(begun -> {
            for (String table : List.of("usage_breakdown", "usage_broken_down")) {
                jdbc.sql(
                                "delete from " + table
                                        + " where delivery_id in (select d.id from usage_delivery d where d.state in ('SWEPT', 'DISCARDED'))")
                        .update();
            }
        });
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    /** How many rows would have to be read first. */
    public long missingRows(Collection<Long> deliveries) {
        return deliveries.isEmpty()
                ? 0
                : jdbc.sql("""
                        select coalesce(sum(d.row_count), 0) from usage_delivery d where d.id in (:deliveries)
                        and not exists (select 1 from usage_broken_down b where b.delivery_id = d.id)
                        """)
                        .param("deliveries", deliveries)
                        .query(Long.class)
                        .single();
    }

    private void gather(long delivery) {
        try {
            transaction.executeWithoutResult(begun -> {
                jdbc.sql("insert into usage_broken_down (delivery_id) values (:id)")
                        .param("id", delivery)
                        .update();
                read(delivery);
            });
        } catch (DuplicateKeyException gatheredAtTheSameTime) {
            return;
        }
    }

    private void read(long delivery) {
        RowRange range = jdbc.sql("""
                        select i.first_row_id, i.last_row_id from usage_delivery d
                        join usage_import i on i.id = d.import_id where d.id = :id
                        """)
                .param("id", delivery)
                .query((row, number) -> new RowRange(row.getLong(1), row.getLong(2), List.of(delivery), 0, null))
                .single();
        Set<String> reads = new HashSet<>(Set.of("scope_id", "charge_day", "cost", "effective_cost"));
        for (Dimension dimension : Dimension.values()) {
            reads.addAll(dimension.isInRowsOnly() ? Parted.reads(dimension) : Set.of());
        }
        RowQuery query =
                new RowQuery(database, reads.stream().map(Source::stored).toList());
        Map<Key, Sum> sums = new HashMap<>();
        Map<String, Map<String, String>> knownTags = new HashMap<>();
        Windows windows = new Windows(List.of(range));
        try {
            for (RowRange window = windows.next(); window != null; window = windows.next()) {
                query.read(window, row -> add(row, sums, knownTags));
                windows.gave(window, 0);
                if (sums.size() > MOST) {
                    write(delivery, sums);
                    knownTags.clear();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        write(delivery, sums);
    }

    private static void add(Row row, Map<Key, Sum> sums, Map<String, Map<String, String>> knownTags) {
        long scope = Long.parseLong(Objects.requireNonNull(row.stored("scope_id")));
        String day = Objects.requireNonNull(row.stored("charge_day"));
        BigDecimal cost = new BigDecimal(Objects.requireNonNull(row.stored("cost")));
        BigDecimal effective = effective(row.stored("effective_cost"), cost);
        for (Dimension by : List.of(Dimension.REGION, Dimension.RESOURCE_GROUP)) {
            sums.computeIfAbsent(new Key(scope, day, by, NO_TAG, Parted.value(by, NO_TAG, row)), none -> new Sum())
                    .add(cost, effective);
        }
        String tags = row.stored("tags");
        if (tags != null && !tags.isEmpty()) {
            knownTags.computeIfAbsent(tags, Parted::tags).forEach((tag, value) -> sums.computeIfAbsent(
                            new Key(scope, day, Dimension.TAG, tag, value), none -> new Sum())
                    .add(cost, effective));
        }
    }

    private static BigDecimal effective(@Nullable String text, BigDecimal otherwise) {
        try {
            return text == null || text.isEmpty() ? otherwise : new BigDecimal(text);
        } catch (NumberFormatException unreadable) {
            return otherwise;
        }
    }

    private void write(long delivery, Map<Key, Sum> sums) {
        List<Object[]> rows = new ArrayList<>(sums.size());
        sums.forEach((key, sum) -> rows.add(new Object[] {
            delivery,
            key.scope(),
            Date.valueOf(LocalDate.parse(key.day())),
            key.by().name(),
            key.tag(),
            key.item(),
            sum.rows,
            sum.cost,
            sum.effective
        }));
        batches.batchUpdate("""
                insert into usage_breakdown (delivery_id, scope_id, charge_day, dimension, tag, item, row_count, cost,
                    effective_cost)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
        sums.clear();
    }

    private record Key(long scope, String day, Dimension by, String tag, String item) {}

    private static final class Sum {
        private long rows;
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal effective = BigDecimal.ZERO;

        void add(BigDecimal more, BigDecimal moreEffective) {
            rows++;
            cost = cost.add(more);
            effective = effective.add(moreEffective);
        }
    }
}
