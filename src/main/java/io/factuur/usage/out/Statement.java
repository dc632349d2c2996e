package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The block that adds up a period meter by meter: what was consumed, at what rate, for how much. */
final class Statement implements Block {

    private static final List<String> HEADER = List.of(
            "Billing Period",
            "Meter Category",
            "Meter Sub-category",
            "Meter Name",
            "Meter Region",
            "SKU",
            "Unit",
            "Consumed Quantity",
            "Included Quantity",
            "Overage Quantity",
            "Within Commitment",
            "Currency",
            "Overage",
            "Commitment Rate",
            "Rate",
            "Value");

    private static final List<Source> METER = List.of(
            OnlineServicesLayout.CATEGORY,
            OnlineServicesLayout.SUB_CATEGORY,
            OnlineServicesLayout.METER,
            OnlineServicesLayout.REGION,
            Source.stored("sku_id"),
            OnlineServicesLayout.UNIT);

    /** What a meter's sum reads besides. */
    private static final Source AMOUNTS = new Source.Computed(
            Set.of("cost", "delivery_id", "billing_currency", "contracted_unit_price"), row -> null);

    /** Goes out at once, while the sums are being made. */
    static final Block TITLE = to -> {
        to.line(List.of("Statement"));
        to.line(HEADER);
    };

    private final Selection selection;
    private final Dialect dialect;
    private final RowQuery query;
    private final ReadingThreads threads;
    private final Map<String, String> periods;

    Statement(Selection selection, Dialect dialect, DataSource database, ReadingThreads threads) {
        this.selection = selection;
        this.dialect = dialect;
        this.threads = threads;
        this.query = new RowQuery(
                database,
                selection,
                Stream.concat(METER.stream(), Stream.of(OnlineServicesLayout.CONSUMED, AMOUNTS))
                        .toList());
        this.periods = selection.deliveries().stream()
                .collect(Collectors.toMap(delivery -> String.valueOf(delivery.id()), Statement::period));
    }

    @Override
    public void write(CsvBytes to) throws IOException {
        Texts texts = new Texts(dialect);
        Map<Meter, MeterSum> sums = new TreeMap<>();
        new ReadAhead<>(threads, this::add).read(selection.ranges(), part -> {
            part.forEach((meter, sum) -> sums.merge(meter, sum, MeterSum::plus));
            return 0;
        });
        sums.forEach((meter, sum) -> to.line(line(meter, sum, texts)));
        for (Selection.Rounding rounding : selection.roundings()) {
            Meter meter = new Meter(List.of(
                    period(rounding.delivery()),
                    "Rounding adjustment",
                    "",
                    "",
                    "",
                    "",
                    "",
                    rounding.invoice().currency()));
            MeterSum sum = new MeterSum();
            sum.add(null, rounding.invoice().roundingAdjustment(), null);
            to.line(line(meter, sum, texts));
        }
        to.endLine();
        to.line(List.of("Daily Usage"));
    }

    private Map<Meter, MeterSum> add(RowRange window) throws IOException {
        Map<Meter, MeterSum> sums = new HashMap<>();
        query.read(window, row -> {
            List<String> key = new ArrayList<>();
            key.add(periods.getOrDefault(row.stored("delivery_id"), ""));
            METER.forEach(source -> key.add(Objects.requireNonNullElse(source.of(row), "")));
            key.add(Objects.requireNonNullElse(row.stored("billing_currency"), ""));
            sums.computeIfAbsent(new Meter(key), none -> new MeterSum())
                    .add(
                            OnlineServicesLayout.CONSUMED.of(row),
                            new BigDecimal(Objects.requireNonNull(row.stored("cost"))),
                            row.stored("contracted_unit_price"));
        });
        return sums;
    }

    private static List<@Nullable String> line(Meter meter, MeterSum sum, Texts texts) {
        List<@Nullable String> line = new ArrayList<>();
        meter.key().subList(0, 7).forEach(text -> line.add(text.isEmpty() ? null : texts.write(text, Kind.TEXT)));
        String consumed = texts.number(sum.consumed());
        String overage = texts.number(sum.consumed().max(BigDecimal.ZERO));
        line.addAll(List.of(consumed, "0", overage, "0", meter.key().getLast(), overage, "0"));
        line.add(texts.number(sum.rate()));
        line.add(texts.number(sum.value()));
        return line;
    }

    private static String period(Delivery delivery) {
        return delivery.periodStart() + " - " + delivery.periodEnd().minusDays(1);
    }

    /** @param key period, what the meter is, currency */
    private record Meter(List<String> key) implements Comparable<Meter> {

        @Override
        public int compareTo(Meter other) {
            for (int i = 0; i < key.size(); i++) {
                int order = key.get(i).compareTo(other.key.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
