package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opencsv.CSVReaderHeaderAware;
import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopePolicies;
import io.factuur.scope.Scopes;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import io.factuur.usage.TestUsage;
import io.factuur.usage.TestUsage.TestRow;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents beside an enrollment's invoice: its summary by product family and its transactions. */
@IntegrationTest
class InvoiceTransactionsTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    InvoiceDocuments documents;

    @Autowired
    DocumentChecks checks;

    @Autowired
    InvoiceLife life;

    @Autowired
    Credits credits;

    @Autowired
    ScopePolicies policies;

    @Autowired
    TestInvoices made;

    @Autowired
    TestUsage usage;

    @Autowired
    Scopes scopesNow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    Scope enrollment;
    Person operator;
    Person admin;

    @BeforeEach
    void anEnrollmentWhoseInvoicesCanBeDownloaded() {
        enrollment = scopes.account(AgreementType.EA);
        made.terms(enrollment, "tax_rate", new BigDecimal("0.175"));
        operator = people.operator();
        admin = made.with(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        policies.change(enrollment.id(), Map.of(Condition.INVOICE_DOWNLOAD, true), operator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "KWD"})
    void everyColumnAddsUpToTheInvoice(String currency) throws Exception {
        Random random = new Random(currency.hashCode());
        Scope billed = in(currency);
        List<TestRow> used = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String cost = BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 1_000_000_000_000L), 9)
                    .toPlainString();
            used.add(TestRow.of(
                    billed,
                    SEPTEMBER.start(),
                    cost,
                    "service_name",
                    "Service " + i % 7,
                    "charge_description",
                    "Item " + i % 30,
                    "charge_category",
                    i % 9 == 0 ? "Purchase" : i % 13 == 0 ? "Credit" : "Usage",
                    "publisher_name",
                    i % 5 == 0 ? "Contoso" : "Microsoft"));
        }
        usage.deliver(billed, billed, SEPTEMBER.start(), SEPTEMBER.end(), used);
        give("321");
        InvoiceRow invoice = made.close(enrollment, SEPTEMBER).getLast();
        Figures figures = invoice.figures();
        assertThat(figures.credits()).isEqualByComparingTo("321");

        List<Map<String, String>> rows = transactions(invoice);

        assertThat(rows).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row).hasSize(42);
            BigDecimal net = number(row, "Extended Amount").subtract(number(row, "Commitment Usage"));
            assertThat(number(row, "Net Amount")).isEqualByComparingTo(net);
            assertThat(number(row, "Total")).isEqualByComparingTo(net.add(number(row, "Tax Amount")));
            if ("Yes".equals(row.get("Is Third Party")) || "Purchase".equals(row.get("Transaction Type"))) {
                assertThat(number(row, "Commitment Usage")).isZero();
            }
        });
        assertThat(sum(rows, "Extended Amount")).isEqualByComparingTo(figures.charges());
        assertThat(sum(rows, "Commitment Usage")).isEqualByComparingTo(figures.credits());
        assertThat(sum(rows, "Net Amount")).isEqualByComparingTo(figures.subtotal());
        assertThat(sum(rows, "Tax Amount")).isEqualByComparingTo(figures.tax());
        assertThat(sum(rows, "Total")).isEqualByComparingTo(figures.total());
    }

    @Test
    void aRowNamesWhatWasUsedAtWhichPrice() throws Exception {
        InvoiceRow invoice = made.issued(enrollment, SEPTEMBER, "100", "0");
        assertThat(transactions(invoice).getFirst())
                .containsEntry("Invoice Number", invoice.number())
                .containsEntry("Document Type", "Invoice")
                .containsEntry("Agreement Number", enrollment.externalId())
                .containsEntry("Item Name", "Hot LRS Data Stored")
                .containsEntry("Product Family", "Storage")
                .containsEntry("Quantity", "25")
                .containsEntry("Unit Price", "8")
                .containsEntry("Extended Amount", "100.00")
                .containsEntry("Taxable", "Yes")
                .containsEntry("Tax Rate", "0.175")
                .containsEntry("Tax Amount", "17.50")
                .containsEntry("Total", "117.50")
                .containsEntry("Service Period Start", "2024-09-01")
                .containsEntry("Service Period End", "2024-09-30");
    }

    /** What a spreadsheet would reckon with is text; an amount below zero stays a number. */
    @Test
    void whatLooksLikeAFormulaIsText() throws Exception {
        usage.deliver(
                enrollment,
                enrollment,
                SEPTEMBER.start(),
                SEPTEMBER.end(),
                List.of(TestRow.of(
                        enrollment,
                        SEPTEMBER.start(),
                        "-3",
                        "service_name",
                        "Storage",
                        "service_category",
                        "Storage",
                        "publisher_name",
                        "Microsoft",
                        "charge_description",
                        "=HYPERLINK(\"http://x\")")));
        assertThat(transactions(made.close(enrollment, SEPTEMBER).getLast()).getFirst())
                .containsEntry("Item Name", "'=HYPERLINK(\"http://x\")")
                .containsEntry("Extended Amount", "-3.00");
    }

    @Test
    void theSummaryHasTheSameTotalOnBothPages() throws Exception {
        give("40");
        InvoiceRow invoice = made.issued(enrollment, SEPTEMBER, "100");
        StoredDocument summary = documents.open(invoice.number(), InvoiceDocuments.SUMMARY, "en", admin);
        assertThat(summary.name()).isEqualTo(invoice.number() + "_summary.pdf");
        try (PdfReader pdf = new PdfReader(Files.readAllBytes(summary.path()))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).contains("Invoice summary", "70.50");
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(2))
                    .contains("Charges by product family", "Storage", "100.00", "-40.00", "60.00", "10.50", "70.50");
        }
    }

    @Test
    void aCreditNoteHasThemTooAndMirrorsTheInvoice() throws Exception {
        give("40");
        InvoiceRow invoice = made.issued(enrollment, SEPTEMBER, "100");
        InvoiceRow note = life.credit(invoice.number(), null, "Outage", operator);
        assertThat(transactions(note)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("Document Type", "Credit Note")
                .containsEntry("Reason Code", invoice.number())
                .containsEntry("Extended Amount", "-100.00")
                .containsEntry("Commitment Usage", "-40.00")
                .containsEntry("Total", "-70.50"));
    }

    @Test
    void theyAreSealedAndGuardedAsTheInvoiceIs() {
        InvoiceRow invoice = made.issued(enrollment, SEPTEMBER, "100");
        for (String kind : List.of(InvoiceDocuments.SUMMARY, InvoiceDocuments.TRANSACTIONS)) {
            StoredDocument document = documents.open(invoice.number(), kind, null, admin);
            assertThat(checks.find(document.sha256()))
                    .hasValueSatisfying(genuine -> assertThat(genuine.kind()).isEqualTo(kind));
            assertThatThrownBy(() -> documents.open(
                            invoice.number(),
                            kind,
                            null,
                            made.with(Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY, enrollment)))
                    .isInstanceOf(Problem.class);
        }
        policies.change(enrollment.id(), Map.of(Condition.INVOICE_DOWNLOAD, false), operator);
        assertThatThrownBy(() -> documents.open(invoice.number(), InvoiceDocuments.SUMMARY, null, admin))
                .isInstanceOf(Problem.class);
    }

    @Test
    void otherAgreementsHaveNone() {
        Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "100");
        Person owner = made.with(Role.BILLING_PROFILE_OWNER, profile);
        assertThatThrownBy(() -> documents.open(invoice.number(), InvoiceDocuments.TRANSACTIONS, null, owner))
                .isInstanceOf(Problem.class);
    }

    private Scope in(String currency) {
        jdbc.sql("update scope set currency = :currency where id = :id")
                .param("currency", currency)
                .param("id", enrollment.id())
                .update();
        return scopesNow.get(enrollment.id(), admin).scope();
    }

    private void give(String amount) {
        credits.give(
                enrollment.id(),
                new NewCredit(CreditKind.PREPAYMENT, new BigDecimal(amount), LocalDate.of(2024, 1, 1), null, ""),
                operator);
    }

    private List<Map<String, String>> transactions(InvoiceRow invoice) throws Exception {
        StoredDocument document = documents.open(invoice.number(), InvoiceDocuments.TRANSACTIONS, null, admin);
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVReaderHeaderAware csv = new CSVReaderHeaderAware(new StringReader(Files.readString(document.path())))) {
            for (Map<String, String> row = csv.readMap(); row != null; row = csv.readMap()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        return new BigDecimal(row.getOrDefault(column, ""));
    }
}
