package io.factuur.invoice;

import io.factuur.shared.LargestRemainder;
import io.factuur.shared.Money;
import io.factuur.usage.Charge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** The figures and lines of an invoice to be: arithmetic only, knows no database. */
record InvoiceDraft(Figures figures, List<InvoiceLine> lines) {

    /** What comes off the charges before tax, each in the minor unit and not negative. */
    record Credits(BigDecimal prepayment, BigDecimal credit, BigDecimal freeCredit) {

        static final Credits NONE = new Credits(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * Rounds the exact sum once, half up; spreads the rounded figure over the lines by largest remainder.
     *
     * @param charges of one invoiced scope, currency and type, in the order that the lines shall have
     */
    static InvoiceDraft of(Currency currency, List<Charge> charges, Credits credits, BigDecimal taxRate) {
        int digits = Money.minorDigits(currency);
        BigDecimal exact = exact(charges);
        BigDecimal rounded = charges(currency, charges);
        BigDecimal subtotal = rounded.subtract(credits.prepayment())
                .subtract(credits.credit())
                .subtract(credits.freeCredit());
        BigDecimal tax = subtotal.multiply(taxRate).setScale(digits, RoundingMode.HALF_UP);
        Figures figures = new Figures(
                currency,
                exact,
                rounded.subtract(exact),
                rounded,
                credits.prepayment().setScale(digits),
                credits.credit().setScale(digits),
                credits.freeCredit().setScale(digits),
                subtotal.setScale(digits),
                taxRate,
                tax,
                subtotal.add(tax));
        return new InvoiceDraft(figures, lines(charges, rounded, digits));
    }

    /** The exact sum rounded once. */
    static BigDecimal charges(Currency currency, List<Charge> charges) {
        return exact(charges).setScale(Money.minorDigits(currency), RoundingMode.HALF_UP);
    }

    private static BigDecimal exact(List<Charge> charges) {
        return charges.stream().map(Charge::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Usage that cost nothing at all makes no line. */
    private static List<InvoiceLine> lines(List<Charge> charges, BigDecimal total, int digits) {
        List<Charge> costly =
                charges.stream().filter(charge -> charge.cost().signum() != 0).toList();
        List<BigDecimal> amounts =
                LargestRemainder.round(costly.stream().map(Charge::cost).toList(), total, digits);
        return IntStream.range(0, costly.size())
                .mapToObj(i -> line(i + 1, costly.get(i), amounts.get(i)))
                .toList();
    }

    private static InvoiceLine line(int no, Charge charge, BigDecimal amount) {
        return new InvoiceLine(
                no,
                charge.sectionId(),
                charge.sectionName(),
                charge.serviceName(),
                charge.serviceCategory(),
                charge.chargeCategory(),
                charge.publisherName(),
                charge.cost(),
                amount);
    }
}
