package io.factuur.usage.out;

import io.factuur.file.Fingerprint;
import io.factuur.scope.Scope;
import io.factuur.usage.InvoiceNumbers.Issued;
import io.factuur.usage.Metric;
import io.factuur.usage.UsageRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, chosen once when it is opened: whatever is delivered while the file is written changes nothing.
 *
 * @param request what was asked for
 * @param scope where the file was asked for
 * @param only the scopes whose rows count, where invoices are made above the scope; empty for all
 * @param totals counted and summed by the import
 * @param unknownColumns names that came in and FOCUS does not know, in the order they came
 * @param invoices by delivery
 */
record Selection(
        Scope scope,
        UsageRequest request,
        List<Long> only,
        List<Delivery> deliveries,
        List<Total> totals,
        List<String> unknownColumns,
        Map<Long, List<Issued>> invoices,
        Map<Long, Place> places) {

    /** Whether this is a part of what stands on an invoice. */
    boolean isPart() {
        return !only.isEmpty();
    }

    boolean amortized() {
        return request.metric() == Metric.AMORTIZED;
    }

    /** Keeps the rows of a part of the charges; null where all are wanted. */
    @Nullable
    RowFilter filter() {
        return request.only() == null ? null : new RowFilter(request.only());
    }

    private boolean isWhole() {
        return request.only() == null && !request.period().ofDays();
    }

    long rows() {
        return totals.stream().mapToLong(Total::rows).sum();
    }

    /** What the costs of the file add up to, rounding rows included, by currency. */
    Map<String, String> sums() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        totals.forEach(total -> sums.merge(total.currency(), total.cost(), BigDecimal::add));
        roundings()
                .forEach(rounding -> sums.merge(
                        rounding.invoice().currency(), rounding.invoice().roundingAdjustment(), BigDecimal::add));
        Map<String, String> plain = new TreeMap<>();
        sums.forEach((currency, sum) -> plain.put(currency, plain(sum)));
        return plain;
    }

    private static String plain(BigDecimal sum) {
        BigDecimal stripped = sum.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
    }

    /** Everything in the choice that a file's content depends on. */
    void addTo(Fingerprint fingerprint) {
        fingerprint.add(request.metric()).add(request.period().ofDays() ? request.period() : "");
        fingerprint.add(request.only() == null ? "" : request.only());
        only.forEach(fingerprint::add);
        unknownColumns.forEach(fingerprint::add);
        for (Delivery delivery : deliveries) {
            fingerprint.add(delivery.id());
            List<Issued> issued = invoices(delivery);
            fingerprint.add(issued.isEmpty() ? "" : issued);
        }
        new TreeMap<>(places).forEach((id, place) -> fingerprint.add(id).add(place.parts()));
    }

    private List<Issued> invoices(Delivery delivery) {
        return invoices.getOrDefault(delivery.id(), List.of());
    }

    List<Long> imports() {
        return deliveries.stream().map(Delivery::importId).distinct().toList();
    }

    List<RowRange> ranges() {
        Map<Long, List<Delivery>> byImport = deliveries.stream()
                .collect(Collectors.groupingBy(Delivery::firstRowId, TreeMap::new, Collectors.toList()));
        List<RowRange> ranges = new ArrayList<>();
        byImport.forEach((first, together) -> ranges.add(new RowRange(
                first,
                together.getFirst().lastRowId(),
                together.stream().map(Delivery::id).sorted().toList(),
                isPart() ? scope.id() : 0,
                request.period().ofDays() ? request.period() : null)));
        return ranges;
    }

    @Nullable
    String invoiceNumber(long delivery, @Nullable String publisher) {
        return invoices.getOrDefault(delivery, List.of()).stream()
                .filter(invoice -> invoice.publishers().have(publisher))
                .map(Issued::number)
                .findFirst()
                .orElse(null);
    }

    /** What rounding added to the invoices that the file covers; a part of an invoice has no share in it. */
    List<Rounding> roundings() {
        Map<String, Rounding> byNumber = new LinkedHashMap<>();
        if (!isPart() && !amortized() && isWhole()) {
            for (Delivery delivery : deliveries) {
                invoices(delivery).stream()
                        .filter(invoice -> invoice.roundingAdjustment().signum() != 0)
                        .forEach(invoice -> byNumber.putIfAbsent(invoice.number(), new Rounding(delivery, invoice)));
            }
        }
        return List.copyOf(byNumber.values());
    }

    /** @param delivery one of those on the invoice */
    record Rounding(Delivery delivery, Issued invoice) {}

    Place place(long scopeId) {
        return places.getOrDefault(scopeId, Place.NOWHERE);
    }

    /** Whether nothing in the file can change any more. */
    public boolean closed() {
        return isWhole() && !deliveries.isEmpty() && deliveries.stream().allMatch(Delivery::closed);
    }
}
