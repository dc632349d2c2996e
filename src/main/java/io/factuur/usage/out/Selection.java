package io.factuur.usage.out;

import io.factuur.scope.Scope;
import io.factuur.usage.InvoiceNumbers.Issued;
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
 * @param scope where the file was asked for
 * @param part whether only rows below the scope count, because invoices are made above it
 * @param rows how many rows there are, counted by the import
 * @param unknownColumns names that came in and FOCUS does not know, in the order they came
 * @param invoices by delivery
 */
record Selection(
        Scope scope,
        boolean part,
        List<Delivery> deliveries,
        long rows,
        List<String> unknownColumns,
        Map<Long, Issued> invoices,
        Map<Long, Place> places) {

    List<RowRange> ranges() {
        Map<Long, List<Delivery>> byImport = deliveries.stream()
                .collect(Collectors.groupingBy(Delivery::firstRowId, TreeMap::new, Collectors.toList()));
        List<RowRange> ranges = new ArrayList<>();
        byImport.forEach((first, together) -> ranges.add(new RowRange(
                first,
                together.getFirst().lastRowId(),
                together.stream().map(Delivery::id).sorted().toList(),
                part ? scope.id() : 0)));
        return ranges;
    }

    @Nullable
    String invoiceNumber(long delivery) {
        Issued invoice = invoices.get(delivery);
        return invoice == null ? null : invoice.number();
    }

    /** What rounding added to the invoices that the file covers; a part of an invoice has no share in it. */
    List<Rounding> roundings() {
        Map<String, Rounding> byNumber = new LinkedHashMap<>();
        if (!part) {
            for (Delivery delivery : deliveries) {
                Issued invoice = invoices.get(delivery.id());
                if (invoice != null && invoice.roundingAdjustment().signum() != 0) {
                    byNumber.putIfAbsent(invoice.number(), new Rounding(delivery, invoice));
                }
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
        return !deliveries.isEmpty() && deliveries.stream().allMatch(Delivery::closed);
    }
}
