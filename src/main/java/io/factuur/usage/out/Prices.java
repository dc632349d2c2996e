package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The distinct prices among the chosen rows. */
final class Prices implements GatheredFile.Gathering {

    private final PriceLayout layout;
    private final Selection selection;
    private final Dialect dialect;
    private final RowQuery query;
    private final ReadingThreads threads;

    Prices(PriceLayout layout, Selection selection, Dialect dialect, DataSource database, ReadingThreads threads) {
        this.layout = layout;
        this.selection = selection;
        this.dialect = dialect;
        this.threads = threads;
        this.query = new RowQuery(
                database,
                selection,
                layout.columns().stream().map(Column::source).toList());
    }

    @Override
    public void write(CsvBytes to, GatheredFile.Progress progress) throws IOException {
        new HeaderLine(layout.columns(), dialect).write(to);
        Set<List<@Nullable String>> prices = new HashSet<>();
        long[] rows = {0};
        new ReadAhead<>(threads, this::gather).read(selection.ranges(), found -> {
            prices.addAll(found.prices());
            rows[0] += found.rows();
            progress.done(rows[0]);
            return 0;
        });
        Texts texts = new Texts(dialect);
        prices.stream().sorted(order()).forEach(price -> to.line(line(price, texts)));
    }

    private Found gather(RowRange window) throws IOException {
        Set<List<@Nullable String>> prices = new HashSet<>();
        long rows = query.read(window, row -> {
            if (layout.hasPrice(row)) {
                List<@Nullable String> price = new ArrayList<>(layout.columns().size());
                layout.columns().forEach(column -> price.add(column.source().of(row)));
                prices.add(price);
            }
        });
        return new Found(prices, rows);
    }

    private List<@Nullable String> line(List<@Nullable String> price, Texts texts) {
        List<@Nullable String> line = new ArrayList<>(price.size());
        for (int i = 0; i < price.size(); i++) {
            line.add(texts.write(price.get(i), layout.columns().get(i).kind()));
        }
        return line;
    }

    private Comparator<List<@Nullable String>> order() {
        Comparator<@Nullable String> text = Comparator.nullsFirst(Comparator.naturalOrder());
        Comparator<List<@Nullable String>> order = Comparator.comparing(price -> price.get(layout.sortedBy()), text);
        for (int i = 0; i < layout.columns().size(); i++) {
            int column = i;
            order = order.thenComparing(price -> price.get(column), text);
        }
        return order;
    }

    private record Found(Set<List<@Nullable String>> prices, long rows) {}
}
