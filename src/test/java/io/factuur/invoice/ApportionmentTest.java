package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.agreement.AgreementType;
import io.factuur.invoice.Apportionment.Part;
import io.factuur.shared.LargestRemainder;
import io.factuur.shared.Money;
import io.factuur.usage.Charge;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However finely a paper lists an invoice, every column adds up to its figures and each family has the same part. */
class ApportionmentTest {

    @ParameterizedTest
    @CsvSource({"JPY, 1", "JPY, 2", "EUR, 3", "EUR, 4", "EUR, 5", "KWD, 6", "KWD, 7"})
    void everyPaperSaysTheSameOfEachFamily(String currency, long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            InvoiceDraft draft = draft(Currency.getInstance(currency), random);
            List<Transaction> bare =
                    draft.lines().stream().map(Transaction::bare).toList();
            List<Transaction> items = listed(draft, random);
            List<Part> byLine = parts(draft, bare);
            List<Part> byItem = parts(draft, items);

            for (List<Part> parts : List.of(byLine, byItem)) {
                assertThat(sum(parts, Part::amount))
                        .isEqualByComparingTo(draft.figures().charges());
                assertThat(sum(parts, Part::net))
                        .isEqualByComparingTo(draft.figures().subtotal());
                assertThat(sum(parts, Part::tax))
                        .isEqualByComparingTo(draft.figures().tax());
                assertThat(sum(parts, Part::total))
                        .isEqualByComparingTo(draft.figures().total());
            }
            assertThat(families(items, byItem)).isEqualTo(families(bare, byLine));
        }
    }

    /** Item by item, the tax of the many small ones would all go to those of the other family. */
    @Test
    void aFamilyOfManySmallItemsKeepsItsTax() {
        Currency euro = Currency.getInstance("EUR");
        List<Charge> charges = List.of(charge("Network", "20"), charge("Storage", "30"));
        InvoiceDraft draft = InvoiceDraft.of(euro, charges, InvoiceDraft.Credits.NONE, new BigDecimal("0.20"));
        List<Transaction> items = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            items.add(item(draft.lines().get(0), "0.02"));
            items.add(item(draft.lines().get(1), "0.03"));
        }
        assertThat(families(items, parts(draft, items)))
                .hasEntrySatisfying(
                        "Network", network -> assertThat(network.tax()).isEqualByComparingTo("4"))
                .hasEntrySatisfying(
                        "Storage", storage -> assertThat(storage.tax()).isEqualByComparingTo("6"));
    }

    /** What was paid beforehand is not taxed, so its tax is not spread over it. */
    @Test
    void whatCreditsPaidBearsNoTax() {
        Charge sold = new Charge(
                1L, "EUR", null, "Section", "Backup", "Storage", "Usage", "Meerkat", 1L, new BigDecimal("50"));
        InvoiceDraft draft = InvoiceDraft.of(
                Currency.getInstance("EUR"),
                List.of(charge("Network", "50"), sold),
                new InvoiceDraft.Credits(new BigDecimal("50"), BigDecimal.ZERO, BigDecimal.ZERO),
                new BigDecimal("0.20"));
        List<Transaction> bare = draft.lines().stream().map(Transaction::bare).toList();
        assertThat(families(bare, parts(draft, bare)))
                .hasEntrySatisfying(
                        "Network", network -> assertThat(network.total()).isEqualByComparingTo("0"))
                .hasEntrySatisfying(
                        "Storage", storage -> assertThat(storage.tax()).isEqualByComparingTo("10"));
    }

    private static List<Part> parts(InvoiceDraft draft, List<Transaction> items) {
        return Apportionment.of(draft.figures(), AgreementType.EA.terms(), draft.lines(), items);
    }

    private static InvoiceDraft draft(Currency currency, Random random) {
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            charges.add(charge(
                    "Family " + i % 4 + "/" + i,
                    BigDecimal.valueOf(random.nextLong(-1_000_000, 100_000_000), 5)
                            .toPlainString()));
        }
        BigDecimal credit = BigDecimal.valueOf(random.nextInt(300));
        return InvoiceDraft.of(
                currency,
                charges,
                new InvoiceDraft.Credits(BigDecimal.ZERO, credit, BigDecimal.ZERO),
                BigDecimal.valueOf(random.nextInt(300_000), 6));
    }

    private static Charge charge(String name, String cost) {
        return new Charge(
                1L,
                "EUR",
                null,
                "Section",
                name,
                name.replaceAll("/.*", ""),
                "Usage",
                "Microsoft",
                1L,
                new BigDecimal(cost));
    }

    /** Each line in a few pieces, in any order. */
    private static List<Transaction> listed(InvoiceDraft draft, Random random) {
        int digits = Money.minorDigits(draft.figures().currency());
        List<Transaction> items = new ArrayList<>();
        for (InvoiceLine line : draft.lines()) {
            int pieces = 1 + random.nextInt(8);
            List<BigDecimal> amounts = LargestRemainder.round(
                    IntStream.range(0, pieces)
                            .mapToObj(i -> line.amount().divide(BigDecimal.valueOf(pieces), MathContext.DECIMAL128))
                            .toList(),
                    line.amount(),
                    digits);
            amounts.forEach(amount -> items.add(random.nextInt(items.size() + 1), item(line, amount.toPlainString())));
        }
        return items;
    }

    private static Transaction item(InvoiceLine line, String amount) {
        return Transaction.bare(new InvoiceLine(
                line.no(),
                line.sectionId(),
                line.sectionName(),
                line.serviceName(),
                line.serviceCategory(),
                line.chargeCategory(),
                line.publisherName(),
                new BigDecimal(amount),
                new BigDecimal(amount)));
    }

    private static Map<String, Part> families(List<Transaction> items, List<Part> parts) {
        Map<String, Part> families = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            families.merge(items.get(i).category(), parts.get(i), Part::plus);
        }
        return families;
    }

    private static BigDecimal sum(List<Part> parts, Function<Part, BigDecimal> column) {
        return parts.stream().map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
