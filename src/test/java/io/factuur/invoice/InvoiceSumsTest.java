package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.pdf.InvoicePdf;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.TestCharges;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One total, whoever shows it: the lines add up to it in the API, in the list, in its CSV and on paper. */
@IntegrationTest
class InvoiceSumsTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));
    private static final int ROUNDS = 4;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestCharges usage;

    @Autowired
    TestApi api;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceLists lists;

    @Autowired
    InvoicePdf pdf;

    @Autowired
    JsonMapper json;

    @ParameterizedTest
    @CsvSource({"JPY, 0", "EUR, 2", "KWD, 3"})
    void everyDoorShowsTheSameTotal(String currency, int digits) throws IOException {
        Random random = new Random(digits);
        for (int round = 0; round < ROUNDS; round++) {
            Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
            made.terms(profile, "tax_rate", new BigDecimal("0.175"));
            Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
            TestCharges.Delivery delivery = usage.delivered(profile, SEPTEMBER, currency);
            for (int i = 0; i <= random.nextInt(40); i++) {
                delivery.used(
                        "Service " + i,
                        BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 9)
                                .toPlainString());
            }
            InvoiceRow row = made.close(profile, SEPTEMBER).stream()
                    .filter(issued ->
                            issued.figures().currency().getCurrencyCode().equals(currency))
                    .findFirst()
                    .orElseThrow();
            Figures figures = row.figures();
            assertThat(figures.total().scale()).isEqualTo(digits);
            assertThat(figures.subtotal().add(figures.tax())).isEqualByComparingTo(figures.total());

            JsonNode one = json.readTree(body(reader, "/api/v1/invoices/" + row.number()));
            String paper = paper(invoices.get(row.number(), reader));
            BigDecimal lines = BigDecimal.ZERO;
            for (JsonNode line : one.path("lines")) {
                BigDecimal amount =
                        new BigDecimal(line.path("amount").path("value").asString(""));
                assertThat(paper).contains(english(amount, digits));
                lines = lines.add(amount);
            }
            assertThat(lines).isEqualByComparingTo(figures.charges());
            assertThat(one.path("total").path("value").asString(""))
                    .isEqualTo(figures.total().toPlainString());

            assertThat(lists.page(InvoiceQuery.at(profile.id()), 0, 10, reader))
                    .anySatisfy(listed -> assertThat(listed.figures()).isEqualTo(figures));
            assertThat(body(reader, "/api/v1/scopes/" + profile.id() + "/invoices.csv"))
                    .contains("," + currency + "," + figures.charges().toPlainString() + ",")
                    .contains(figures.total().toPlainString() + ","
                            + row.amountDue().toPlainString());
            assertThat(paper).contains(english(figures.total(), digits)).contains(english(figures.charges(), digits));
        }
    }

    private String body(Person person, String path) {
        AtomicReference<String> body = new AtomicReference<>("");
        api.as(person).get(path).hasStatusOk().bodyText().satisfies(body::set);
        return Objects.requireNonNull(body.get());
    }

    private String paper(Invoice invoice) throws IOException {
        try (PdfReader reader = new PdfReader(pdf.render(invoice, Locale.ENGLISH))) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
            return text.toString();
        }
    }

    private static String english(BigDecimal value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}
