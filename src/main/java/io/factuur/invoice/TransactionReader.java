package io.factuur.invoice;

import io.factuur.agreement.Agreement;
import io.factuur.agreement.Agreement.InvoiceDetail;
import io.factuur.invoice.ItemSums.Month;
import io.factuur.invoice.ItemSums.Stored;
import io.factuur.invoice.ItemSums.Sum;
import io.factuur.shared.LargestRemainder;
import io.factuur.shared.Money;
import io.factuur.usage.InvoiceNumbers.Publishers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes invoices' lines apart into items, from their usage rows. Asks nobody's leave: only for this room. */
@Repository
class TransactionReader {

    /** Usage of so many rows is held at a time, or of one invoice that has more. */
    private static final long HELD = 200_000;

    /** As many digits as the statement of the usage file gives what a unit cost on average. */
    private static final int RATE_DIGITS = 12;

    private static final Comparator<Item> IN_ORDER = Comparator.comparing(Item::line)
            .thenComparing(item -> item.key().product().group())
            .thenComparing(item -> item.key().product().name())
            .thenComparing(item -> item.key().product().type())
            .thenComparing(item -> item.key().product().region())
            .thenComparing(item -> item.key().product().part())
            .thenComparing(item -> item.key().product().unit())
            .thenComparing(item -> item.key().price(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final ItemSums sums;
    private final InvoiceReader reader;
    private final JdbcClient jdbc;

    TransactionReader(ItemSums sums, InvoiceReader reader, JdbcClient jdbc) {
        this.sums = sums;
        this.reader = reader;
        this.jdbc = jdbc;
    }

    /**
     * A paper and the invoice whose usage it lists.
     *
     * @param used itself, or the invoice that a credit note gives back whole
     */
    private record Paper(Invoice invoice, Invoice used) {

        List<Transaction> listed(List<Transaction> items) {
            return invoice.number().equals(used.number())
                    ? items
                    : items.stream()
                            .filter(item -> item.amount().signum() != 0)
                            .map(Transaction::givenBack)
                            .toList();
        }
    }

    private record Section(long id, String name) {

        static final Section NONE = new Section(0, "");
    }

    private record Line(long section, String service, String category, String publisher, String charge)
            implements Comparable<Line> {

        private static final Comparator<Line> IN_ORDER = Comparator.comparingLong(Line::section)
                .thenComparing(Line::service)
                .thenComparing(Line::category)
                .thenComparing(Line::publisher)
                .thenComparing(Line::charge);

        static Line of(InvoiceLine line) {
            return new Line(
                    Objects.requireNonNullElse(line.sectionId(), 0L),
                    line.serviceName(),
                    line.serviceCategory(),
                    line.publisherName(),
                    line.chargeCategory());
        }

        @Override
        public int compareTo(Line other) {
            return IN_ORDER.compare(this, other);
        }
    }

    private record Item(Line line, String section, ItemRow.Key key, Sum sum) {

        Transaction of(String named, InvoiceDetail detail, BigDecimal amount) {
            BigDecimal price = detail == InvoiceDetail.METERS ? rate() : key.price();
            return new Transaction(
                    line.section() == 0 ? null : line.section(),
                    named,
                    key.service(),
                    key.category(),
                    key.publisher(),
                    key.charge(),
                    key.product(),
                    sum.quantity(),
                    price,
                    key.priceCurrency(),
                    amount,
                    key.charge().equals("Usage") ? sum.saved() : BigDecimal.ZERO);
        }

        /** The unit price, or what a unit cost on average: as the usage file's statement says it. */
        private @Nullable BigDecimal rate() {
            BigDecimal quantity = sum.quantity();
            BigDecimal price = sum.price();
            return price != null || quantity == null || quantity.signum() == 0
                    ? price
                    : sum.cost().divide(quantity, RATE_DIGITS, RoundingMode.HALF_UP);
        }
    }

    List<Transaction> of(Invoice invoice) {
        List<Transaction> items = new ArrayList<>();
        each(List.of(invoice), (same, found) -> items.addAll(found));
        return items;
    }

    /**
     * Hands out the items of each invoice, whose amounts add up to each line's, and so to the charges. Those with a cost
     * first, what others sold after what the issuer sells itself, what cost nothing at the end. A credit note lists what the
     * invoice does that it gives back whole, or the one line of its own.
     */
    void each(List<Invoice> invoices, BiConsumer<Invoice, List<Transaction>> taker) {
        Map<Month, List<Paper>> byMonth = new LinkedHashMap<>();
        for (Invoice invoice : invoices) {
            Optional<Invoice> used = used(invoice);
            used.ifPresent(itsUsage -> byMonth.computeIfAbsent(Month.of(itsUsage), none -> new ArrayList<>())
                    .add(new Paper(invoice, itsUsage)));
            if (used.isEmpty()) {
                taker.accept(invoice, items(invoice, Map.of(), Map.of()));
            }
        }
        Map<Month, List<Stored>> stored =
                sums.stored(byMonth.keySet()).stream().collect(Collectors.groupingBy(Stored::month));
        Map<Month, List<Paper>> held = new LinkedHashMap<>();
        long rows = 0;
        for (Map.Entry<Month, List<Paper>> month : byMonth.entrySet()) {
            long more = stored.getOrDefault(month.getKey(), List.of()).stream()
                    .mapToLong(Stored::rows)
                    .sum();
            if (!held.isEmpty() && rows + more > HELD) {
                together(held, stored, taker);
                held.clear();
                rows = 0;
            }
            held.put(month.getKey(), month.getValue());
            rows += more;
        }
        together(held, stored, taker);
    }

    private Optional<Invoice> used(Invoice invoice) {
        return invoice.row().documentType() == DocumentType.INVOICE
                ? Optional.of(invoice)
                : Optional.ofNullable(invoice.creditFor())
                        .flatMap(reader::find)
                        .filter(credited -> mirrors(invoice.lines(), credited.lines()));
    }

    private static boolean mirrors(List<InvoiceLine> note, List<InvoiceLine> credited) {
        return note.size() == credited.size()
                && IntStream.range(0, note.size())
                        .allMatch(i -> Line.of(note.get(i)).equals(Line.of(credited.get(i)))
                                && note.get(i)
                                        .amount()
                                        .negate()
                                        .equals(credited.get(i).amount()));
    }

    private void together(
            Map<Month, List<Paper>> months,
            Map<Month, List<Stored>> stored,
            BiConsumer<Invoice, List<Transaction>> taker) {
        List<Stored> deliveries = months.keySet().stream()
                .flatMap(month -> stored.getOrDefault(month, List.of()).stream())
                .toList();
        Map<Month, InvoiceDetail> details = months.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        month -> detail(month.getValue().getFirst().used())));
        Map<Month, Map<ItemRow.Key, Sum>> used = sums.of(deliveries, details);
        Map<Long, Map<Long, Section>> sections =
                sections(months.keySet().stream().map(Month::scopeId).distinct().toList());
        months.forEach((month, papers) -> papers.forEach(paper -> taker.accept(
                paper.invoice(),
                paper.listed(items(
                        paper.used(),
                        used.getOrDefault(month, Map.of()),
                        sections.getOrDefault(month.scopeId(), Map.of()))))));
    }

    private static InvoiceDetail detail(Invoice invoice) {
        return invoice.row().agreement().terms().invoiceDetail();
    }

    private static List<Transaction> items(Invoice invoice, Map<ItemRow.Key, Sum> used, Map<Long, Section> sections) {
        InvoiceDetail detail = detail(invoice);
        Map<Line, List<Item>> byLine = byLine(used, sections);
        int digits = Money.minorDigits(invoice.figures().currency());
        List<Transaction> all = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            List<Item> items = byLine.remove(Line.of(line));
            if (items == null) {
                all.add(detail == InvoiceDetail.PRODUCTS ? Transaction.of(line) : Transaction.bare(line));
                continue;
            }
            List<BigDecimal> amounts = LargestRemainder.round(
                    items.stream().map(item -> item.sum().cost()).toList(), line.amount(), digits);
            for (int i = 0; i < items.size(); i++) {
                all.add(items.get(i).of(line.sectionName(), detail, amounts.get(i)));
            }
        }
        all.addAll(free(invoice, byLine.values()));
        Agreement terms = invoice.row().agreement().terms();
        all.sort(Comparator.comparing((Transaction one) -> one.amount().signum() == 0)
                .thenComparing(one -> one.isThirdParty(terms)));
        return all;
    }

    /**
     * What cost nothing stands on no line: products and meters are listed all the same, product orders name what is
     * charged. The rest of what is left stands on another invoice of the period.
     */
    private static List<Transaction> free(Invoice invoice, Collection<List<Item>> left) {
        InvoiceDetail detail = detail(invoice);
        if (detail == InvoiceDetail.ORDERS) {
            return List.of();
        }
        Publishers publishers = invoice.issuer()
                .publishers(invoice.row().agreement(), invoice.row().type());
        BigDecimal nothing =
                BigDecimal.ZERO.setScale(Money.minorDigits(invoice.figures().currency()));
        return left.stream()
                .flatMap(List::stream)
                .filter(item -> publishers.have(item.key().publisher()))
                .map(item -> item.of(item.section(), detail, nothing))
                .toList();
    }

    private static Map<Line, List<Item>> byLine(Map<ItemRow.Key, Sum> used, Map<Long, Section> sections) {
        Map<Object, Item> merged = new LinkedHashMap<>();
        used.forEach((key, sum) -> {
            Section section = sections.getOrDefault(key.scopeId(), Section.NONE);
            Line line = new Line(section.id(), key.service(), key.category(), key.publisher(), key.charge());
            // Subscriptions of one section are one item.
            List<@Nullable Object> same = new ArrayList<>(List.of(line, key.product()));
            same.add(key.price());
            same.add(key.priceCurrency());
            merged.merge(
                    same,
                    new Item(line, section.name(), key, sum),
                    (one, other) -> new Item(
                            one.line(), one.section(), one.key(), one.sum().plus(other.sum())));
        });
        Map<Line, List<Item>> byLine = new TreeMap<>();
        merged.values().stream().sorted(IN_ORDER).forEach(item -> byLine.computeIfAbsent(
                        item.line(), none -> new ArrayList<>())
                .add(item));
        return byLine;
    }

    /** The section of each scope below an invoiced one. */
    private Map<Long, Map<Long, Section>> sections(List<Long> invoiced) {
        Map<Long, Map<Long, Section>> sections = new HashMap<>();
        if (!invoiced.isEmpty()) {
            jdbc.sql("""
                    select way.ancestor_id, way.scope_id, s.id, s.name from scope_ancestor way
                    join scope_ancestor step on step.scope_id = way.scope_id and step.distance = way.distance - 1
                    join scope s on s.id = step.ancestor_id where way.ancestor_id in (:invoiced)
                    """).param("invoiced", invoiced).query(row -> {
                sections.computeIfAbsent(row.getLong(1), none -> new HashMap<>())
                        .put(row.getLong(2), new Section(row.getLong(3), row.getString(4)));
            });
        }
        return sections;
    }
}
