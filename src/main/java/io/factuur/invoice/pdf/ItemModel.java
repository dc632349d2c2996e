package io.factuur.invoice.pdf;

import io.factuur.agreement.Agreement;
import io.factuur.invoice.Apportionment;
import io.factuur.invoice.Apportionment.Part;
import io.factuur.invoice.DocumentType;
import io.factuur.invoice.Invoice;
import io.factuur.invoice.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invoice's items in the columns of its agreement, each with its part of the credits and the tax; every column adds up to
 * the invoice's own figure.
 */
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

    /** A last section of no more rows stays on one page; of a longer one so many stay with the totals. */
    private static final int SHORT = 10;

    private static final int KEPT = 3;

    private static final int PRICE_DECIMALS = 6;
    private static final int QUANTITY_DECIMALS = 4;

    private final List<Transaction> items;
    private final List<Part> parts;
    private final Words words;
    private final Agreement terms;
    private final String publisher;
    private final boolean givesBack;

    /** @param publisher who is not named beside each item */
    ItemModel(Invoice invoice, List<Transaction> items, String publisher, Words words) {
        this.items = items;
        this.terms = invoice.row().agreement().terms();
        this.words = words;
        this.publisher = publisher;
        this.givesBack = invoice.row().documentType() == DocumentType.CREDIT_NOTE;
        this.parts = Apportionment.of(invoice, items);
    }

    /** Rows below a heading, and what they come to. */
    private static final class Rows {

        final List<Map<String, Object>> list = new ArrayList<>();

        @Nullable
        Part sum;

        void add(Map<String, Object> row, Part part) {
            list.add(row);
            sum = sum == null ? part : sum.plus(part);
        }
    }

    private record Section(@Nullable Long id, String name) {}

    /** Bodies of the one table of products: Azure's own, what others sold, what cost nothing. */
    List<Map<String, Object>> products() {
        Map<Group, Rows> groups = new EnumMap<>(Group.class);
        for (int i = 0; i < items.size(); i++) {
            groups.computeIfAbsent(group(items.get(i)), none -> new Rows())
                    .add(row(items.get(i), parts.get(i), items.get(i).section()), parts.get(i));
        }
        List<Map<String, Object>> bodies = new ArrayList<>();
        groups.forEach((group, rows) ->
                bodies.addAll(bodies(words.text(group.key()), rows, group == Collections.max(groups.keySet()))));
        return bodies;
    }

    /** A table for each section, with a group for the product families of each product order. */
    List<Map<String, Object>> sections() {
        Map<Section, Map<String, Rows>> sections = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Transaction item = items.get(i);
            sections.computeIfAbsent(new Section(item.sectionId(), item.section()), none -> new TreeMap<>())
                    .computeIfAbsent(family(item), none -> new Rows())
                    .add(row(item, parts.get(i), ""), parts.get(i));
        }
        List<Map<String, Object>> tables = new ArrayList<>();
        sections.forEach(
                (section, families) -> tables.add(section(section, families, tables.size() == sections.size() - 1)));
        return tables;
    }

    private Map<String, Object> section(Section section, Map<String, Rows> families, boolean last) {
        List<Map<String, Object>> bodies = new ArrayList<>();
        int left = families.size();
        for (Map.Entry<String, Rows> family : families.entrySet()) {
            left--;
            bodies.addAll(bodies(family.getKey(), family.getValue(), last && left == 0));
        }
        int rows = families.size()
                + families.values().stream().mapToInt(all -> all.list.size()).sum();
        Part sum = families.values().stream()
                .map(all -> Objects.requireNonNull(all.sum))
                .reduce(Part::plus)
                .orElseThrow();
        // The sums have a place of their own: the invoice's total stands in the last table, too.
        return Map.of(
                "name",
                section.name(),
                "sums",
                figures(sum),
                "bodies",
                bodies,
                "whole",
                last && rows <= SHORT,
                "last",
                last);
    }

    private static String family(Transaction item) {
        String order = item.product().group();
        return order.isEmpty() ? item.category() : order + " · " + item.category();
    }

    /** Bodies of the one table of meters, in the order of the usage file's statement. */
    List<Map<String, Object>> meters() {
        List<Map<String, Object>> rows = IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> items.get(i).product().group())
                        .thenComparing(i -> items.get(i).product().type())
                        .thenComparing(i -> items.get(i).product().name())
                        .thenComparing(i -> items.get(i).product().region())
                        .thenComparing(i -> items.get(i).product().unit()))
                .map(i -> meter(items.get(i)))
                .toList();
        return Bodies.withTotals(rows, 0, rows.size() <= SHORT ? SHORT : KEPT);
    }

    private Map<String, Object> meter(Transaction item) {
        BigDecimal consumed = item.quantity();
        Map<String, Object> row = new HashMap<>();
        row.put(
                "name",
                item.product().group().isEmpty()
                        ? item.service()
                        : item.product().group());
        row.put("type", item.product().type());
        row.put("resource", named(item));
        row.put("about", about(kind(item), publisher(item), item.product().unit()));
        row.put("region", item.product().region());
        row.put("consumed", number(consumed, QUANTITY_DECIMALS));
        row.put("included", consumed == null ? "" : "0");
        row.put(
                "billable",
                consumed == null
                        ? ""
                        : number(givesBack ? consumed : consumed.max(BigDecimal.ZERO), QUANTITY_DECIMALS));
        row.put("rate", number(item.unitPrice(), PRICE_DECIMALS));
        row.put("value", words.amount(item.amount()));
        return row;
    }

    /** Whether any item says so. */
    boolean haveTypes() {
        return items.stream().anyMatch(item -> !item.product().type().isEmpty());
    }

    boolean haveRegions() {
        return items.stream().anyMatch(item -> !item.product().region().isEmpty());
    }

    private List<Map<String, Object>> bodies(String name, Rows rows, boolean last) {
        Map<String, Object> heading = new HashMap<>(figures(Objects.requireNonNull(rows.sum)));
        heading.put("name", name);
        rows.list.addFirst(Map.of("heading", heading));
        return last ? Bodies.withTotals(rows.list, HEADED, KEPT) : Bodies.of(rows.list, HEADED);
    }

    private Group group(Transaction item) {
        if (item.amount().signum() == 0) {
            return Group.NOTHING;
        }
        return item.isThirdParty(terms) ? Group.MARKETPLACE : Group.AZURE;
    }

    private Map<String, Object> row(Transaction item, Part part, String section) {
        String service = named(item).startsWith(item.service()) ? "" : item.service();
        String price = number(item.unitPrice(), PRICE_DECIMALS);
        return Map.of(
                "item",
                Map.of(
                        "product", named(item),
                        "about",
                                about(
                                        service,
                                        kind(item),
                                        section,
                                        publisher(item),
                                        item.product().unit()),
                        "price", item.priceCurrency() == null ? price : price + Words.NO_BREAK + item.priceCurrency(),
                        "quantity", number(item.quantity(), QUANTITY_DECIMALS),
                        "figures", figures(part)));
    }

    private static String named(Transaction item) {
        return item.product().name().isEmpty() ? item.service() : item.product().name();
    }

    private static String kind(Transaction item) {
        return item.charge().equals("Usage") ? "" : item.charge();
    }

    private String publisher(Transaction item) {
        return item.publisher().equals(publisher) ? "" : item.publisher();
    }

    private static String about(String... words) {
        return String.join(
                " · ", Stream.of(words).filter(word -> !word.isBlank()).toList());
    }

    private Map<String, Object> figures(Part part) {
        return Map.of(
                "amount", words.amount(part.amount()),
                "commitment", words.amount(part.commitment().negate()),
                "net", words.amount(part.net()),
                "tax", words.amount(part.tax()),
                "total", words.amount(part.total()));
    }

    /** So many decimals as fit its column, more where it would be nothing; the files have all of them. */
    private String number(@Nullable BigDecimal value, int most) {
        return value == null ? "" : words.number(value, most);
    }
}
