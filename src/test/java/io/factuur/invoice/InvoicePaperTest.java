package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.TestUsage;
import io.factuur.usage.TestUsage.TestRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

/** What the paper says to whoever has nothing to pay, gets something back, or holds one that puts another right. */
@IntegrationTest
class InvoicePaperTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    InvoicePrinter printer;

    @Autowired
    InvoiceReader reader;

    @Autowired
    BalanceReader balances;

    @Autowired
    InvoiceLife life;

    @Autowired
    Credits credits;

    @Autowired
    TestInvoices made;

    @Autowired
    TestUsage usage;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    Person operator;
    Scope profile;

    @BeforeEach
    void aProfile() {
        operator = people.operator();
        profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
    }

    @Test
    void whatCreditsPaidLeavesNothingToPay() throws IOException {
        for (CreditKind kind : CreditKind.values()) {
            credits.give(
                    profile.id(), new NewCredit(kind, new BigDecimal("5"), SEPTEMBER.start(), null, "Given"), operator);
        }
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "12.5");
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(paper(invoice))
                .contains("Nothing to pay", "Free credit applied -5.00", "0.00 USD")
                .doesNotContain("Please transfer", "Amount due");
    }

    @Test
    void aPeriodWithoutUsageHasAPaperThatSaysSo() throws IOException {
        InvoiceRow invoice = made.close(profile, SEPTEMBER).getFirst();
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(paper(invoice)).contains("Nothing to pay", "0.00 USD").doesNotContain("Please transfer");
    }

    @Test
    void refundsAloneAreInTheReadersFavour() throws IOException {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "-12.5");
        assertThat(paper(invoice)).contains("-12.50 USD").doesNotContain("Please transfer", "Nothing to pay");
    }

    @Test
    void aPaperThatPutsAnotherRightNamesIt() throws IOException {
        InvoiceRow wrong = made.issued(profile, SEPTEMBER, "12.5");
        InvoiceRow note = life.credit(wrong.number(), null, "Wrong", operator);
        assertThat(paper(note)).contains(wrong.number(), note.number());
        InvoiceRow fresh = life.rebill(wrong.number(), "Right", operator);
        assertThat(paper(fresh)).contains(wrong.number(), fresh.number());
    }

    @Test
    void whatCameBackIsAmongWhatWasUsed() throws IOException {
        Scope enrollment = scopes.account(AgreementType.EA);
        InvoiceRow invoice = made.issued(enrollment, SEPTEMBER, "-12.5");
        assertThat(paper(invoice)).contains("Azure usage and purchases").doesNotContain("Without a charge");
    }

    /** Fewer than none were used: nothing of it is billed, its value comes back. */
    @Test
    void aMeterThatWasTakenBackBillsNoUnits() throws IOException {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        usage.deliver(
                subscription,
                subscription,
                SEPTEMBER.start(),
                SEPTEMBER.end(),
                List.of(TestRow.of(
                        subscription,
                        SEPTEMBER.start(),
                        "-24.75",
                        "service_name",
                        "Storage",
                        "service_category",
                        "Storage",
                        "publisher_name",
                        "Microsoft",
                        "charge_description",
                        "Hours",
                        "consumed_quantity",
                        "-7.5",
                        "contracted_unit_price",
                        "3.3")));
        assertThat(paper(made.close(subscription, SEPTEMBER).getFirst())).contains("-7.5 0 0 3.3 -24.75");
    }

    /** Of two earlier invoices, one paid in part before the last of them. */
    @Test
    void whatWasPaidBeforeTheLastInvoiceIsInThePreviousBalance() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        InvoiceRow july = made.issued(subscription, BillingPeriod.month(YearMonth.of(2024, 7)), "100");
        life.pay(july.number(), new NewPayment(null, BigDecimal.TEN, null, null), operator);
        InvoiceRow august = made.issued(subscription, BillingPeriod.month(YearMonth.of(2024, 8)), "50");
        InvoiceRow september = made.issued(subscription, SEPTEMBER, "1");
        BigDecimal owed = july.figures()
                .total()
                .subtract(BigDecimal.TEN)
                .add(august.figures().total());
        assertThat(balances.before(reader.find(september.number()).orElseThrow()))
                .isEqualTo(new Balance(owed, new BigDecimal("0.00"), new BigDecimal("0.00")));
    }

    private String paper(InvoiceRow row) throws IOException {
        Invoice invoice = reader.find(row.number()).orElseThrow();
        StringBuilder text = new StringBuilder();
        try (PdfReader pdf = new PdfReader(Files.readAllBytes(
                printer.print(invoice, DocumentKind.INVOICE, "en").path()))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(pdf).getTextFromPage(page)).append(' ');
            }
        }
        return text.toString().replaceAll("[\\s\u00a0]+", " ");
    }
}
