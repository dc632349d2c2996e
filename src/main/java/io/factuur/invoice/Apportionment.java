package io.factuur.invoice;

import io.factuur.agreement.Agreement;
import io.factuur.shared.LargestRemainder;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Spreads an invoice's credits and tax over what it charges, so that the parts add up to its figures: arithmetic only. First
 * over its lines, then each line's share over what is listed of it: so a product family has the same tax on every paper,
 * however finely the paper lists it.
 */
public final class Apportionment {

    private Apportionment() {}

    /** What a line is of; its items say the same. */
    private record Key(@Nullable Long section, String service, String category, String publisher, String charge) {

        static Key of(InvoiceLine line) {
            return new Key(
                    line.sectionId(),
                    line.serviceName(),
                    line.serviceCategory(),
                    line.publisherName(),
                    line.chargeCategory());
        }

        static Key of(Transaction item) {
            return new Key(item.sectionId(), item.service(), item.category(), item.publisher(), item.charge());
        }
    }

    /** {@code amount - commitment = net}, {@code net + tax = total}; all in the minor unit. */
    public record Part(BigDecimal amount, BigDecimal commitment, BigDecimal tax) {

        public BigDecimal net() {
            return amount.subtract(commitment);
        }

        public BigDecimal total() {
            return net().add(tax);
        }

        public Part plus(Part other) {
            return new Part(amount.add(other.amount), commitment.add(other.commitment), tax.add(other.tax));
        }
    }

    /** The parts of the lines, in their order. */
    public static List<Part> of(Invoice invoice) {
        return of(invoice, invoice.lines().stream().map(Transaction::bare).toList());
    }

    /**
     * The parts of what a paper lists, in its order.
     *
     * @param items whose amounts add up to those of the lines
     */
    public static List<Part> of(Invoice invoice, List<Transaction> items) {
        return of(invoice.figures(), invoice.row().agreement().terms(), invoice.lines(), items);
    }

    static List<Part> of(Figures figures, Agreement terms, List<InvoiceLine> lines, List<Transaction> items) {
        int digits = Money.minorDigits(figures.currency());
        // In the order of the lines, so that equal remainders are rounded up alike.
        Map<Key, List<Integer>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.put(Key.of(line), new ArrayList<>()));
        for (int i = 0; i < items.size(); i++) {
            groups.computeIfAbsent(Key.of(items.get(i)), none -> new ArrayList<>())
                    .add(i);
        }
        List<Key> keys = List.copyOf(groups.keySet());
        List<BigDecimal> amounts = groups.values().stream()
                .map(group -> group.stream().map(i -> items.get(i).amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
        List<BigDecimal> commitments = spread(
                figures.credits(),
                IntStream.range(0, keys.size())
                        .mapToObj(i -> terms.creditsCover(
                                        keys.get(i).charge(), keys.get(i).publisher())
                                ? amounts.get(i)
                                : BigDecimal.ZERO)
                        .toList(),
                digits);
        List<BigDecimal> taxes = spread(figures.tax(), less(amounts, commitments), digits);
        Part[] parts = new Part[items.size()];
        List<List<Integer>> listed = List.copyOf(groups.values());
        for (int i = 0; i < keys.size(); i++) {
            List<Integer> group = listed.get(i);
            List<BigDecimal> own =
                    group.stream().map(item -> items.get(item).amount()).toList();
            List<BigDecimal> ownCommitments = spread(commitments.get(i), own, digits);
            List<BigDecimal> ownTaxes = spread(taxes.get(i), less(own, ownCommitments), digits);
            for (int j = 0; j < own.size(); j++) {
                parts[group.get(j)] = new Part(own.get(j), ownCommitments.get(j), ownTaxes.get(j));
            }
        }
        return List.of(parts);
    }

    private static List<BigDecimal> less(List<BigDecimal> amounts, List<BigDecimal> taken) {
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> amounts.get(i).subtract(taken.get(i)))
                .toList();
    }

    /** In proportion to the weights; nothing where they come to nothing. */
    private static List<BigDecimal> spread(BigDecimal total, List<BigDecimal> weights, int digits) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.signum() == 0 || total.signum() == 0) {
            BigDecimal zero = BigDecimal.ZERO.setScale(digits);
            return weights.stream().map(weight -> zero).toList();
        }
        return LargestRemainder.round(
                weights.stream()
                        .map(weight -> total.multiply(weight).divide(whole, MathContext.DECIMAL128))
                        .toList(),
                total,
                digits);
    }
}
