package io.factuur.invoice;

import io.factuur.shared.LargestRemainder;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Spreads an invoice's credits and tax over what it charges, so that the parts add up to its figures: arithmetic only. */
public final class Apportionment {

    private Apportionment() {}

    /** @param covered whether credits come off it */
    public record Item(BigDecimal amount, boolean covered) {}

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

    /** @param items whose amounts add up to the charges */
    public static List<Part> of(Figures figures, List<Item> items) {
        int digits = Money.minorDigits(figures.currency());
        List<BigDecimal> commitments = spread(
                figures.credits(),
                items.stream()
                        .map(item -> item.covered() ? item.amount() : BigDecimal.ZERO)
                        .toList(),
                digits);
        List<BigDecimal> nets = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            nets.add(items.get(i).amount().subtract(commitments.get(i)));
        }
        List<BigDecimal> taxes = spread(figures.tax(), nets, digits);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            parts.add(new Part(items.get(i).amount(), commitments.get(i), taxes.get(i)));
        }
        return parts;
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
