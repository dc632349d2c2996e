package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.invoice.InvoiceDraft.Credits;
import io.factuur.usage.Charge;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceDraftTest {

    private static final BigDecimal TAX = new BigDecimal("0.21");

    @ParameterizedTest
    @CsvSource({"JPY, 0", "EUR, 2", "KWD, 3"})
    void linesAddUpToTheChargesInEveryCurrency(String code, int digits) {
        Random random = new Random(digits);
        Currency currency = Currency.getInstance(code);
        for (int round = 0; round < 2_000; round++) {
            List<Charge> charges = IntStream.range(0, random.nextInt(60))
                    .mapToObj(i -> charge(code, randomCost(random)))
                    .toList();
            InvoiceDraft draft = InvoiceDraft.of(currency, charges, Credits.NONE, TAX);
            Figures figures = draft.figures();
            BigDecimal exact = charges.stream().map(Charge::cost).reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(draft.lines().stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(figures.charges());
            assertThat(figures.charges().scale()).isEqualTo(digits);
            assertThat(figures.charges().subtract(exact).abs().movePointRight(digits))
                    .isLessThanOrEqualTo(new BigDecimal("0.5"));
            assertThat(exact.add(figures.rounding())).isEqualByComparingTo(figures.charges());
            assertThat(figures.subtotal().add(figures.tax())).isEqualByComparingTo(figures.total());
            assertThat(draft.lines()).allSatisfy(line -> assertThat(
                            line.amount().subtract(line.exactCost()).abs().movePointRight(digits))
                    .isLessThan(BigDecimal.ONE));
        }
    }

    @Test
    void halfACentIsRoundedAwayFromZero() {
        assertThat(charges("0.005")).isEqualByComparingTo("0.01");
        assertThat(charges("-0.005")).isEqualByComparingTo("-0.01");
        assertThat(charges("0.004999999999999999")).isEqualByComparingTo("0");
    }

    @Test
    void halfACentOfTaxIsRoundedAwayFromZeroToo() {
        assertThat(tax("0.50")).isEqualTo("0.13");
        assertThat(tax("-0.50")).isEqualTo("-0.13");
    }

    private static BigDecimal tax(String cost) {
        return InvoiceDraft.of(
                        Currency.getInstance("EUR"),
                        List.of(charge("EUR", new BigDecimal(cost))),
                        Credits.NONE,
                        new BigDecimal("0.25"))
                .figures()
                .tax();
    }

    @Test
    void creditsComeOffBeforeTax() {
        Credits credits = new Credits(new BigDecimal("15.46"), new BigDecimal("2.00"), BigDecimal.ZERO);
        Figures figures = InvoiceDraft.of(
                        Currency.getInstance("USD"), List.of(charge("USD", new BigDecimal("33.99"))), credits, TAX)
                .figures();
        assertThat(figures.subtotal()).isEqualTo("16.53");
        assertThat(figures.tax()).isEqualTo("3.47");
        assertThat(figures.total()).isEqualTo("20.00");
    }

    @Test
    void usageThatCostNothingMakesNoLine() {
        assertThat(InvoiceDraft.of(
                                Currency.getInstance("EUR"),
                                List.of(charge("EUR", new BigDecimal("0E-18"))),
                                Credits.NONE,
                                TAX)
                        .lines())
                .isEmpty();
    }

    private static BigDecimal charges(String cost) {
        return InvoiceDraft.of(
                        Currency.getInstance("EUR"), List.of(charge("EUR", new BigDecimal(cost))), Credits.NONE, TAX)
                .figures()
                .charges();
    }

    /** From a billionth to a million, three in ten of them negative. */
    private static BigDecimal randomCost(Random random) {
        BigDecimal size = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L), 3 + random.nextInt(16));
        return random.nextInt(10) < 3 ? size.negate() : size;
    }

    private static Charge charge(String currency, BigDecimal cost) {
        return new Charge(1, currency, null, "Section", "Service", "Compute", "Usage", "Publisher", 1, cost);
    }
}
