package io.factuur.invoice;

import io.factuur.agreement.Agreement.InvoiceDetail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds up the usage rows behind invoices, item by item: one pass over what was imported, for as many invoices as are asked
 * for, since an import may hold the usage of a hundred thousand. Rows of a closed period never change, so neither do these.
 */
@Repository
class ItemSums {

    /** So many keys of rows are read at a time. */
    private static final int WINDOW = 20_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ItemSums(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is billed in one currency for a scope's period. */
    record Month(long scopeId, LocalDate start, String currency) {

        static Month of(Invoice invoice) {
            return new Month(
                    invoice.row().scopeId(),
                    invoice.row().period().start(),
                    invoice.figures().currency().getCurrencyCode());
        }
    }

    /** Where rows of a month are. */
    record Stored(long id, Month month, long first, long last, long rows) {}

    /** What an item comes to. */
    static final class Sum {

        private @Nullable BigDecimal quantity;
        private BigDecimal cost = BigDecimal.ZERO;
        private @Nullable BigDecimal price;
        private boolean onePrice = true;
        private @Nullable BigDecimal list = BigDecimal.ZERO;
        private boolean empty = true;

        void add(ItemRow row, InvoiceDetail detail) {
            BigDecimal more = row.quantity(detail);
            quantity = more == null ? quantity : quantity == null ? more : quantity.add(more);
            cost = cost.add(row.cost());
            BigDecimal rowPrice = row.price();
            onePrice = onePrice && (empty || Objects.equals(price, rowPrice));
            price = rowPrice;
            BigDecimal rowList = row.listCost();
            list = list == null || rowList == null ? null : list.add(rowList);
            empty = false;
        }

        /** Both together; a price that differs from the other's counts for neither. */
        Sum plus(Sum other) {
            Sum both = new Sum();
            both.quantity = quantity == null
                    ? other.quantity
                    : other.quantity == null ? quantity : quantity.add(other.quantity);
            both.cost = cost.add(other.cost);
            both.price = price;
            both.onePrice = onePrice && other.onePrice && Objects.equals(price, other.price);
            both.list = list == null || other.list == null ? null : list.add(other.list);
            both.empty = false;
            return both;
        }

        @Nullable
        BigDecimal quantity() {
            return quantity;
        }

        BigDecimal cost() {
            return cost;
        }

        @Nullable
        BigDecimal saved() {
            return list == null ? null : list.subtract(cost);
        }

        /** The unit price where all rows had the same and it explains the cost; null else. */
        @Nullable
        BigDecimal price() {
            return onePrice
                            && price != null
                            && quantity != null
                            && price.multiply(quantity).compareTo(cost) == 0
                    ? price
                    : null;
        }
    }

    List<Stored> stored(Collection<Month> months) {
        if (months.isEmpty()) {
            return List.of();
        }
        Set<Month> wanted = Set.copyOf(months);
        return jdbc
                .sql("""
                select d.id, d.invoiced_scope_id, d.period_start, d.currency,
                       coalesce(d.first_row_id, f.first_row_id, 1) as first_row_id,
                       coalesce(d.last_row_id, f.last_row_id, 0) as last_row_id, d.row_count
                from usage_delivery d join usage_import f on f.id = d.import_id
                where d.state = 'LIVE' and d.invoiced_scope_id in (:scopes) and d.period_start in (:starts)
                order by d.id
                """)
                .param("scopes", months.stream().map(Month::scopeId).distinct().toList())
                .param("starts", months.stream().map(Month::start).distinct().toList())
                .query((row, no) -> new Stored(
                        row.getLong("id"),
                        new Month(
                                row.getLong("invoiced_scope_id"),
                                row.getObject("period_start", LocalDate.class),
                                row.getString("currency")),
                        row.getLong("first_row_id"),
                        row.getLong("last_row_id"),
                        row.getLong("row_count")))
                .list()
                .stream()
                .filter(delivery -> wanted.contains(delivery.month()))
                .toList();
    }

    /** @param details what the invoices of each month list */
    Map<Month, Map<ItemRow.Key, Sum>> of(List<Stored> deliveries, Map<Month, InvoiceDetail> details) {
        Map<Month, Map<ItemRow.Key, Sum>> sums = new HashMap<>();
        Map<Long, Month> months = deliveries.stream().collect(Collectors.toMap(Stored::id, Stored::month));
        ItemRow read = new ItemRow(json);
        for (List<Stored> beside : overlapping(deliveries)) {
            long last = beside.stream().mapToLong(Stored::last).max().orElse(0);
            for (long from = beside.getFirst().first(); from <= last; from += WINDOW) {
                long to = Math.min(last, from + WINDOW - 1);
                String ids = within(beside, from, to);
                if (!ids.isEmpty()) {
                    // Written out: H2 looks a row's delivery up in constants, but walks along parameters.
                    jdbc.sql("select r." + ItemRow.COLUMNS + " from usage_row r where r.id between :from and :to"
                                    + " and r.delivery_id in (" + ids + ")")
                            .param("from", from)
                            .param("to", to)
                            .query(row -> {
                                read.read(row);
                                Month month = Objects.requireNonNull(months.get(read.deliveryId()));
                                InvoiceDetail detail = Objects.requireNonNull(details.get(month));
                                sums.computeIfAbsent(month, none -> new LinkedHashMap<>())
                                        .computeIfAbsent(read.key(detail), none -> new Sum())
                                        .add(read, detail);
                            });
                }
            }
        }
        return sums;
    }

    private static String within(List<Stored> deliveries, long from, long to) {
        return deliveries.stream()
                .filter(delivery -> delivery.first() <= to && delivery.last() >= from)
                .map(delivery -> String.valueOf(delivery.id()))
                .collect(Collectors.joining(", "));
    }

    /** Those whose rows lie among each other's are read together. */
    private static List<List<Stored>> overlapping(List<Stored> deliveries) {
        List<List<Stored>> all = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (Stored delivery : deliveries.stream()
                .sorted(Comparator.comparingLong(Stored::first))
                .toList()) {
            if (all.isEmpty() || delivery.first() > last) {
                all.add(new ArrayList<>());
            }
            all.getLast().add(delivery);
            last = Math.max(last, delivery.last());
        }
        return all;
    }
}
