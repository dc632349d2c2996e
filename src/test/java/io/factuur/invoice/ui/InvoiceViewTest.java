package io.factuur.invoice.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import io.factuur.TestPeople;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceDocuments;
import io.factuur.invoice.InvoiceLife;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.NewPayment;
import io.factuur.invoice.StoredDocument;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.ui.DataTable;
import io.factuur.ui.Still;
import io.factuur.usage.TestCharges;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class InvoiceViewTest extends UiTest {

    private static final BillingPeriod AUGUST = BillingPeriod.month(YearMonth.of(2024, 8));
    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestCharges usage;

    @Autowired
    InvoiceLife life;

    @Autowired
    InvoiceDocuments documents;

    @Autowired
    TestPeople everybody;

    Scope profile;
    Person operator;

    @Autowired
    InvoiceSearch search;

    @BeforeEach
    void aProfile() {
        profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        made.terms(profile, "tax_rate", new BigDecimal("0.21"));
        operator = everybody.operator();
    }

    @Test
    void saysWhatIsOwedWhyAndWhatChanged() {
        made.issued(profile, AUGUST, "80");
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "100");
        life.pay(invoice.number(), new NewPayment(null, new BigDecimal("21"), null, "Part one"), operator);
        String words = shown(made.with(Role.BILLING_PROFILE_READER, profile), invoice);
        assertThat(_get(H1.class).getText()).isEqualTo("Invoice " + invoice.number());
        assertThat(words)
                .contains("121.00\u00a0USD", "100.00\u00a0USD", "Tax, 21%", "Part one")
                .contains("20.00\u00a0USD (25%) more than in August 2024. Mostly Storage (+20.00\u00a0USD).");
        LinesCard lines = _get(LinesCard.class);
        assertThat(text(lines.meters(lines.lines.getLazyDataView().getItem(0))))
                .contains("Hot LRS Data Stored", "1 GB", "12.5", "100.00\u00a0USD");
        _assertNone(DownloadsCard.class);
    }

    /** Neither address names the scope. */
    @ParameterizedTest
    @ValueSource(strings = {"invoices/%s", "invoices/%s/proof"})
    void theMenuStaysWithTheScope(String address) {
        String here = address.formatted(made.issued(profile, SEPTEMBER, "100").number());
        signIn(made.with(Role.BILLING_PROFILE_READER, profile));
        open(here);
        assertThat(_find(Still.class).stream()
                        .flatMap(menu -> Jsoup.parse(menu.getInnerHtml())
                                .select("vaadin-side-nav-item[path='billing/%d/invoices']".formatted(profile.id()))
                                .stream()))
                .singleElement()
                .satisfies(item -> assertThat(item.attr("path-aliases")).contains("\"" + here + "\""));
        open("downloads");
        assertThat(_find(Still.class))
                .allSatisfy(menu -> assertThat(menu.getInnerHtml()).doesNotContain("billing/" + profile.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|20.00\u00a0USD (25%) more than in the period from 30 Jul 2024 to 29 Aug 2024.|31 days",
                "nl|20,00\u00a0USD (25%) meer dan in de periode van 30 jul 2024 t/m 29 aug 2024.|31 dagen",
                "de|20,00\u00a0USD (25\u00a0%) mehr als in dem Zeitraum vom 30.07.2024 bis zum 29.08.2024.|31 Tage"
            })
    void aPeriodThatIsNoMonthIsNamedByItsDays(String language, String sentence, String days) {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-05-30");
        made.issued(subscription, BillingPeriod.holding(LocalDate.of(2024, 8, 1), 30), "80");
        InvoiceRow invoice = made.issued(subscription, BillingPeriod.holding(LocalDate.of(2024, 9, 1), 30), "100");
        signIn(made.with(Role.ACCOUNT_ADMINISTRATOR, account), Locale.of(language));
        open("invoices/" + invoice.number(), InvoiceView.class);
        String words = text(_get(InvoiceView.class));
        assertThat(words).contains(sentence, days).doesNotContain("30 days,");
        assertThat(_get(ChangeBars.class).getElement().getTextRecursively()).contains("30");
    }

    @Test
    void aMonthInTheCustomersFavourHangsBelowTheLine() {
        made.issued(profile, AUGUST, "-20");
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "80");
        String words = shown(made.with(Role.BILLING_PROFILE_READER, profile), invoice);
        ChangeBars bars = _get(ChangeBars.class);
        assertThat(bars.getStyle().get("--zero")).isEqualTo("20.0%");
        assertThat(bars.getElement().getOuterHTML())
                .contains("bar-fill below", "--share:20.0%;--base:0.0%", "--share:80.0%;--base:20.0%");
        assertThat(words).contains("August 2024-20.00\u00a0USD");
    }

    @Test
    void aHitOfTheSearchNamesTheMonthAsPeopleDo() {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "100");
        Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
        signIn(reader);
        assertThat(search.search(invoice.number(), 5, reader)).singleElement().satisfies(hit -> {
            assertThat(hit.path()).isEqualTo("invoices/" + invoice.number());
            assertThat(hit.detail()).isEqualTo(profile.name() + " · September 2024");
        });
    }

    @Test
    void allLinesOfALongInvoiceCanBePrinted() {
        TestCharges.Delivery delivery = usage.delivered(profile, SEPTEMBER, "USD");
        for (int i = 0; i < 40; i++) {
            delivery.used("Service " + i, "1");
        }
        InvoiceRow invoice = made.close(profile, SEPTEMBER).getLast();
        shown(made.with(Role.BILLING_PROFILE_READER, profile), invoice);
        assertThat(_get(DataTable.class, spec -> spec.withClasses("print-lines"))
                        .getElement()
                        .getAttribute("data-lines"))
                .isEqualTo("api/v1/invoices/" + invoice.number());
    }

    @Test
    void theOwnerSeesWhoDownloadedItAndWhatWasPutRight() {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "100");
        Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
        documents.open(invoice.number(), InvoiceDocuments.TAX, null, reader);
        life.voided(invoice.number(), "Wrong address", operator);
        InvoiceRow fresh = life.rebill(invoice.number(), "Right address", operator);
        Person owner = made.with(Role.BILLING_PROFILE_OWNER, profile);

        String words = shown(owner, invoice);

        assertThat(words)
                .contains("It was replaced by " + fresh.number(), "Wrong address")
                .contains(reader.displayName(), "tax.pdf");
        assertThat(shown(owner, fresh)).contains("This invoice replaces " + invoice.number());
    }

    @Test
    void theProofStandsOnAPageOfItsOwn() {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "18.00663861840");
        signIn(made.with(Role.BILLING_PROFILE_READER, profile));
        String words = text(open("invoices/" + invoice.number() + "/proof", ProofView.class));
        assertThat(words).contains("One usage row", "18.0066386184\u00a0USD", "0.0033613816\u00a0USD", "3.78\u00a0USD");
        assertThat(words).doesNotContain("No longer");
    }

    @Test
    void aDocumentIsKnownByAnybodyAndOnlyUnchanged() throws Exception {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "100");
        Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
        StoredDocument english = documents.open(invoice.number(), InvoiceDocuments.PDF, "en", reader);
        StoredDocument dutch = documents.open(invoice.number(), InvoiceDocuments.PDF, "nl", reader);
        assertThat(dutch.sha256()).isNotEqualTo(english.sha256());
        CheckView page = open("check", CheckView.class);
        byte[] pdf = Files.readAllBytes(dutch.path());

        page.show("a.pdf", CheckView.digest(new ByteArrayInputStream(pdf)));
        assertThat(text(page)).contains("This is the genuine document, unchanged.", invoice.number());

        life.voided(invoice.number(), "Wrong address", operator);
        page.show("a.pdf", english.sha256());
        assertThat(text(page)).contains("voided or replaced since");

        pdf[pdf.length / 2] ^= 1;
        page.show("a.pdf", CheckView.digest(new ByteArrayInputStream(pdf)));
        assertThat(text(page)).contains("a.pdf is not a document that was issued here.");
    }

    @Test
    void speaksDutch() {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "100");
        signIn(made.with(Role.BILLING_PROFILE_READER, profile), Locale.of("nl"));
        assertThat(text(open("invoices/" + invoice.number(), InvoiceView.class)))
                .contains("Factuur " + invoice.number(), "Azure-gebruik en -kosten", "Btw-document");
    }

    private String shown(Person person, InvoiceRow invoice) {
        signIn(person);
        return text(open("invoices/" + invoice.number(), InvoiceView.class));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
