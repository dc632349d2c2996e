package io.factuur.invoice.pdf;

import io.factuur.agreement.Agreement;
import io.factuur.invoice.Apportionment;
import io.factuur.invoice.Apportionment.Item;
import io.factuur.invoice.Apportionment.Part;
import io.factuur.invoice.Figures;
import io.factuur.invoice.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Product by product: price, quantity, and each one's part of the credits and the tax, as an itemized invoice lists them. */
final class ItemModel {

    /** In the order of the paper. */
    private enum Group {
        AZURE,
        MARKETPLACE,
        NOTHING;

        String key() {
            return "pdf.items." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A group's heading stays with its first row. */
    private static final int HEADED = 2;

    private static final int KEPT = 3;

    private final Figures figures;
    private final Words words;
    private final Agreement terms;

    ItemModel(Figures figures, Agreement terms, Words words) {
        this.figures = figures;
        this.terms = terms;
        this.words = words;
    }

    List<Map<String, Object>> of(List<Transaction> items) {
        List<Part> parts = Apportionment.of(
                figures,
                items.stream()
                        .map(item -> new Item(item.amount(), terms.creditsCover(item.charge(), item.publisher())))
                        .toList());
        Map<Group, List<Map<String, Object>>> rows = new EnumMap<>(Group.class);
        Map<Group, Part> sums = new EnumMap<>(Group.class);
        for (int i = 0; i < items.size(); i++) {
            Group group = group(items.get(i));
            rows.computeIfAbsent(group, none -> new ArrayList<>()).add(row(items.get(i), parts.get(i)));
            sums.merge(group, parts.get(i), Part::plus);
        }
        List<Map<String, Object>> bodies = new ArrayList<>();
        rows.forEach((group, some) -> {
            some.addFirst(Map.of("heading", heading(group, sums)));
            boolean last = group == last(rows);
            bodies.addAll(last ? Bodies.withTotals(some, HEADED, KEPT) : Bodies.of(some, HEADED));
        });
        return bodies;
    }

    private static Group last(Map<Group, ?> groups) {
        return Collections.max(groups.keySet());
    }

    private Map<String, Object> heading(Group group, Map<Group, Part> sums) {
        Map<String, Object> heading = new HashMap<>(figures(Objects.requireNonNull(sums.get(group))));
        heading.put("name", words.text(group.key()));
        return heading;
    }

    private Group group(Transaction item) {
        if (item.amount().signum() == 0) {
            return Group.NOTHING;
        }
        return item.isThirdParty(terms) ? Group.MARKETPLACE : Group.AZURE;
    }

    private Map<String, Object> row(Transaction item, Part part) {
        List<String> about = Stream.of(
                        item.item().startsWith(item.service()) || item.item().isEmpty() ? "" : item.service(),
                        item.charge().equals("Usage") ? "" : item.charge(),
                        item.section(),
                        item.unit())
                .filter(word -> !word.isBlank())
                .toList();
        Map<String, Object> columns = Map.of(
                "product", item.item().isEmpty() ? item.service() : item.item(),
                "about", String.join(" · ", about),
                "price", number(item.unitPrice(), 6),
                "quantity", number(item.quantity(), 4),
                "figures", figures(part));
        return Map.of("item", columns);
    }

    private Map<String, Object> figures(Part part) {
        return Map.of(
                "commitment", words.amount(part.commitment().negate()),
                "net", words.amount(part.net()),
                "tax", words.amount(part.tax()),
                "total", words.amount(part.total()));
    }

    /** So many decimals as fit its column; the file of the transactions has all of them. */
    private String number(@Nullable BigDecimal value, int most) {
        return value == null ? "" : words.number(value, most);
    }
}
