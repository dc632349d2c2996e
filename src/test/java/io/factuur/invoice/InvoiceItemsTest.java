package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
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
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an invoice's document lists, in the columns of its agreement, taken from the usage rows behind it. */
@IntegrationTest
class InvoiceItemsTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));
    private static final BillingPeriod OCTOBER = BillingPeriod.month(YearMonth.of(2024, 10));

    @Autowired
    TransactionReader items;

    @Autowired
    BalanceReader balances;

    @Autowired
    InvoiceReader reader;

    @Autowired
    InvoiceDocuments documents;

    @Autowired
    InvoiceParts parts;

    @Autowired
    InvoiceLife life;

    @Autowired
    TestInvoices made;

    @Autowired
    TestUsage usage;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"MCA, JPY", "MCA, EUR", "MCA, KWD", "MOSP, JPY", "MOSP, EUR", "MOSP, KWD"})
    void theItemsAddUpToTheCharges(AgreementType agreement, String currency) {
        Scope billed = in(currency, invoiced(agreement));
        Random random = new Random(currency.hashCode());
        List<TestRow> used = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            used.add(TestRow.of(
                    billed,
                    SEPTEMBER.start(),
                    BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 1_000_000_000_000L), 9)
                            .toPlainString(),
                    "service_name",
                    "Service " + i % 7,
                    "service_category",
                    "Storage",
                    "publisher_name",
                    "Microsoft",
                    "charge_description",
                    "Item " + i % 30,
                    "consumed_quantity",
                    "2.5"));
        }
        usage.deliver(billed, billed, SEPTEMBER.start(), SEPTEMBER.end(), used);
        Invoice invoice = issued(billed, SEPTEMBER);

        List<Transaction> found = items.of(invoice);

        assertThat(found).hasSizeGreaterThan(20);
        assertThat(found.stream().map(Transaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(invoice.figures().charges());
        for (InvoiceLine line : invoice.lines()) {
            assertThat(found.stream()
                            .filter(item -> item.service().equals(line.serviceName()))
                            .map(Transaction::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(line.amount());
        }
    }

    /** Whether they are asked for one by one or many at a time, as the printer does. */
    @Test
    void invoicesThatAreReadTogetherSayTheSame() {
        Scope account = scopes.account(AgreementType.MCA);
        Scope one = scopes.child(account, ScopeKind.BILLING_PROFILE);
        Scope other = scopes.child(account, ScopeKind.BILLING_PROFILE);
        List<Invoice> invoices = new ArrayList<>();
        for (Scope profile : List.of(one, other)) {
            made.used(profile, SEPTEMBER, "10.01", "3.50");
            made.used(profile, OCTOBER, "7");
        }
        for (Scope profile : List.of(one, other)) {
            invoices.add(issued(profile, SEPTEMBER));
            invoices.add(issued(profile, OCTOBER));
        }
        Map<String, List<Transaction>> together = new HashMap<>();
        items.each(invoices, (invoice, found) -> together.put(invoice.number(), found));
        assertThat(together).hasSize(4);
        for (Invoice invoice : invoices) {
            assertThat(together.get(invoice.number())).isNotEmpty().isEqualTo(items.of(invoice));
        }
    }

    @Test
    void aBillingProfilesListsTheProductsOfEachOrderInTheCurrencyOfThePrice() throws IOException {
        Scope profile = invoiced(AgreementType.MCA);
        Scope section = scopes.child(profile, ScopeKind.INVOICE_SECTION);
        Scope subscription = scopes.child(section, ScopeKind.SUBSCRIPTION);
        made.terms(profile, "tax_rate", new BigDecimal("0.10"));
        usage.deliver(
                profile,
                profile,
                SEPTEMBER.start(),
                SEPTEMBER.end(),
                List.of(
                        ordered(subscription, "60.00", "4", "75.00"),
                        ordered(subscription, "30.00", "2", "37.50"),
                        TestRow.of(
                                subscription,
                                SEPTEMBER.start(),
                                "-5",
                                "service_name",
                                "Virtual Machines",
                                "service_category",
                                "Compute",
                                "publisher_name",
                                "Contoso",
                                "charge_category",
                                "Purchase",
                                "charge_description",
                                "Refund")));
        Invoice invoice = issued(profile, SEPTEMBER);
        assertThat(items.of(invoice)).anySatisfy(item -> {
            assertThat(item.section()).isEqualTo(section.name());
            assertThat(item.product().group()).isEqualTo("Azure plan");
            assertThat(item.quantity()).isEqualByComparingTo("6");
            assertThat(item.unitPrice()).isEqualByComparingTo("16.5");
            assertThat(item.priceCurrency()).isEqualTo("GBP");
            assertThat(item.amount()).isEqualByComparingTo("90");
            assertThat(item.saved()).isEqualByComparingTo("22.5");
        });

        String paper = paper(invoice, made.with(Role.BILLING_PROFILE_READER, profile));

        assertThat(paper)
                .contains("Unit price", "Quantity", "Charges/", "Azure credit", "Rate", "Tax", "Total (USD)")
                .contains("Azure plan · Compute", "D4s v5", "16.5 GBP", "10%")
                .contains("Usage and purchases 90.00 Refunds and adjustments -5.00 Charges 85.00")
                .contains("Estimated total savings on list prices 22.50")
                .contains("Publisher information Publisher Charges (USD) Contoso -5.00 Microsoft 90.00")
                .contains(section.name() + " 85.00 0.00 8.50 93.50");
    }

    private static TestRow ordered(Scope subscription, String cost, String quantity, String listCost) {
        return TestRow.of(
                subscription,
                SEPTEMBER.start(),
                cost,
                "service_name",
                "Virtual Machines",
                "service_category",
                "Compute",
                "publisher_name",
                "Microsoft",
                "charge_description",
                "D4s v5",
                "pricing_unit",
                "1 Hour",
                "pricing_quantity",
                quantity,
                "contracted_unit_price",
                "15",
                "list_cost",
                listCost,
                "pricing_currency",
                "GBP",
                "pricing_currency_contracted_unit_price",
                "16.5",
                "extra",
                "{\"productOrderName\":\"Azure plan\"}");
    }

    /** As "Download csv" adds them up: what was free is there, what stands on another invoice is not. */
    @Test
    void aSubscriptionsListsItsMeters() throws IOException {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        Person administrator = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        jdbc.sql("update scope_properties set offer = 'PAY_AS_YOU_GO' where scope_id = :id")
                .param("id", subscription.id())
                .update();
        usage.deliver(
                subscription,
                subscription,
                SEPTEMBER.start(),
                SEPTEMBER.end(),
                List.of(
                        meter(subscription, "Hot LRS", "4", "12.5", "50"),
                        meter(subscription, "Hot LRS", "8", "12.5", "100"),
                        meter(subscription, "Cool LRS", "3", "0", "0"),
                        meter(subscription, "Tiered", "3", "5", "10")));
        Invoice invoice = issued(subscription, SEPTEMBER);

        assertThat(items.of(invoice))
                .extracting(
                        item -> item.product().name(),
                        item -> plain(item.quantity()),
                        item -> plain(item.unitPrice()),
                        item -> plain(item.amount()))
                .containsExactlyInAnyOrder(
                        tuple("Hot LRS", "12", "12.5", "150"),
                        tuple("Cool LRS", "3", "0", "0"),
                        tuple("Tiered", "3", "3.333333333333", "10"));
        assertThat(paper(invoice, administrator))
                .contains("Name Type Resource Region Consumed Included Billable Rate Value (USD)")
                .contains("Storage Blob Hot LRS 1 GB West Europe 12 0 12 12.5 150.00")
                .contains("Offer: Pay-as-you-go", "Account owner: " + administrator.email())
                .contains("Previous balance", "Outstanding balance");
    }

    private static TestRow meter(Scope subscription, String name, String quantity, String price, String cost) {
        return TestRow.of(
                subscription,
                SEPTEMBER.start(),
                cost,
                "service_name",
                "Storage",
                "service_category",
                "Storage",
                "publisher_name",
                "Microsoft",
                "service_subcategory",
                "Blob",
                "sku_meter",
                name,
                "region_name",
                "West Europe",
                "consumed_unit",
                "1 GB",
                "consumed_quantity",
                quantity,
                "contracted_unit_price",
                price);
    }

    /** What an invoice lists is given back item by item; what cost nothing is not. */
    @Test
    void aCreditNoteListsWhatItGivesBack() throws IOException {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        Person administrator = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        usage.deliver(
                subscription,
                subscription,
                SEPTEMBER.start(),
                SEPTEMBER.end(),
                List.of(
                        meter(subscription, "Hot LRS", "12", "12.5", "150"),
                        meter(subscription, "Cool LRS", "3", "0", "0")));
        Invoice invoice = issued(subscription, SEPTEMBER);
        InvoiceRow note = life.credit(invoice.number(), null, "Outage", people.operator());
        Invoice credit = reader.find(note.number()).orElseThrow();

        Map<String, List<Transaction>> together = new HashMap<>();
        items.each(List.of(invoice, credit), (paper, found) -> together.put(paper.number(), found));

        assertThat(together.get(invoice.number())).hasSize(2);
        assertThat(together.get(note.number()))
                .isEqualTo(items.of(credit))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.product().name()).isEqualTo("Hot LRS");
                    assertThat(item.quantity()).isEqualByComparingTo("-12");
                    assertThat(item.unitPrice()).isEqualByComparingTo("12.5");
                    assertThat(item.amount()).isEqualByComparingTo("-150");
                });
        assertThat(paper(credit, administrator)).contains("Hot LRS 1 GB West Europe -12 0 -12 12.5 -150.00");
        assertThat(parts.meters(note.number(), credit.lines().getFirst(), 10, administrator))
                .first()
                .satisfies(meter -> {
                    assertThat(meter.quantity()).isEqualByComparingTo("-12");
                    assertThat(meter.unitPrice()).isEqualByComparingTo("12.5");
                    assertThat(meter.cost()).isEqualByComparingTo("-150");
                });
    }

    @Test
    void aCreditNoteOverAnAmountListsTheAmount() {
        Scope profile = invoiced(AgreementType.MCA);
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "100");
        InvoiceRow note = life.credit(invoice.number(), new BigDecimal("10"), "Outage", people.operator());
        Invoice credit = reader.find(note.number()).orElseThrow();
        assertThat(items.of(credit)).singleElement().satisfies(item -> {
            assertThat(item.service()).isEqualTo("Outage");
            assertThat(item.quantity()).isNull();
            assertThat(item.amount()).isEqualByComparingTo("-10");
        });
        Person owner = made.with(Role.BILLING_PROFILE_READER, profile);
        assertThat(parts.meters(note.number(), credit.lines().getFirst(), 10, owner))
                .isEmpty();
    }

    /** The owner at issue stays on the paper, whoever it is afterwards. */
    @Test
    void theOwnerOfThatDayStaysOnTheInvoice() throws IOException {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        Person first = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        made.used(subscription, SEPTEMBER, "10");
        Invoice invoice = issued(subscription, SEPTEMBER);
        jdbc.sql("update person set email = 'new-' || email where id = :id")
                .param("id", first.id())
                .update();
        assertThat(paper(invoice, first))
                .contains("Account owner: " + first.email())
                .doesNotContain("new-");
    }

    /** What was owed on the day of an invoice, whatever is paid after it. */
    @Test
    void theBalanceIsThatOfTheMomentOfIssue() {
        Scope subscription = scopes.child(scopes.account(AgreementType.MOSP), ScopeKind.SUBSCRIPTION, "2024-01-01");
        Person operator = people.operator();
        made.used(subscription, SEPTEMBER, "100");
        Invoice september = issued(subscription, SEPTEMBER);
        BigDecimal due = september.figures().total();
        assertThat(balances.before(september)).isEqualTo(balance("0.00", "0.00", "0.00"));
        life.pay(september.number(), new NewPayment(null, new BigDecimal("30"), null, ""), operator);
        life.credit(september.number(), new BigDecimal("10"), "Outage", operator);
        made.used(subscription, OCTOBER, "50");
        Invoice october = issued(subscription, OCTOBER);
        Balance before = Objects.requireNonNull(balances.before(october));
        assertThat(before.previous()).isEqualByComparingTo(due);
        assertThat(before.payments()).isEqualByComparingTo("30");
        assertThat(before.adjusted()).isNegative();
        assertThat(before.outstanding())
                .isEqualByComparingTo(
                        reader.findRow(september.number()).orElseThrow().amountDue());

        life.pay(september.number(), new NewPayment(null, null, null, ""), operator);

        assertThat(balances.before(october)).isEqualTo(before);
        assertThat(balances.before(september)).isEqualTo(balance("0.00", "0.00", "0.00"));
    }

    private static Balance balance(String previous, String payments, String adjusted) {
        return new Balance(new BigDecimal(previous), new BigDecimal(payments), new BigDecimal(adjusted));
    }

    private Scope invoiced(AgreementType agreement) {
        Scope account = scopes.account(agreement);
        return agreement == AgreementType.MCA
                ? scopes.child(account, ScopeKind.BILLING_PROFILE)
                : scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
    }

    private Scope in(String currency, Scope scope) {
        jdbc.sql("update scope set currency = :currency where id = :id")
                .param("currency", currency)
                .param("id", scope.id())
                .update();
        return new Scope(
                scope.id(),
                scope.parentId(),
                scope.rootId(),
                scope.agreement(),
                scope.kind(),
                scope.name(),
                scope.externalId(),
                Currency.getInstance(currency),
                scope.createdAt());
    }

    private Invoice issued(Scope scope, BillingPeriod period) {
        return reader.find(made.close(scope, period).getLast().number()).orElseThrow();
    }

    private String paper(Invoice invoice, Person person) throws IOException {
        StoredDocument document = documents.open(invoice.number(), InvoiceDocuments.PDF, "en", person);
        StringBuilder text = new StringBuilder();
        try (PdfReader pdf = new PdfReader(Files.readAllBytes(document.path()))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(pdf).getTextFromPage(page)).append(' ');
            }
        }
        return text.toString().replaceAll("[\\s\u00a0]+", " ").replaceAll("- (?=[0-9a-f]{4})", "-");
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null
                ? ""
                : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
