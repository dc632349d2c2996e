package io.factuur.invoice.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.data.provider.SortDirection;
import io.factuur.TestClock;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.file.PreparedFiles;
import io.factuur.invoice.InvoiceLife;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.ui.FileButton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class InvoicesViewTest extends UiTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    InvoiceLife life;

    @Autowired
    PreparedFiles files;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theSixthOfOctober() {
        clock.setTo(Instant.parse("2024-10-06T09:00:00Z"));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aProfileShowsItsInvoicesAndWhatCanBeHadOfEach() {
        Scope profile = profile();
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "1234.5");
        signIn(made.with(Role.BILLING_PROFILE_READER, profile));
        open("billing/" + profile.id() + "/invoices", InvoicesView.class);
        InvoiceGrid grid = _get(InvoiceGrid.class);
        assertThat(_size(grid)).isEqualTo(1);
        assertThat(_getFormattedRow(grid, 0)).contains("6 Oct 2024", "September 2024", "1,234.50\u00a0USD");

        grid.openMenu(invoice);

        assertThat(menu()).containsExactly("Invoice", "Azure usage and charges", "Price sheet");
        assertThat(links())
                .containsExactly(
                        "api/v1/invoices/" + invoice.number() + "/documents/invoice.pdf?language=en",
                        "api/v1/invoices/" + invoice.number() + "/documents/usage.csv",
                        "api/v1/invoices/" + invoice.number() + "/documents/prices.csv");
    }

    @Test
    void aSectionSaysWhereItsInvoicesAreMadeAndWhoSeesThem() {
        Scope profile = profile();
        made.with(Role.BILLING_PROFILE_OWNER, profile);
        Scope section = scopes.child(profile, ScopeKind.INVOICE_SECTION);
        signIn(made.with(Role.INVOICE_SECTION_OWNER, section));
        assertThat(open("billing/" + section.id() + "/invoices", InvoicesView.class)
                        .getElement()
                        .getTextRecursively())
                .contains("gets no invoices of its own; the Billing profile above it gets them", "This needs the role")
                .doesNotContain(profile.name());
    }

    @Test
    void anEmptyListSaysWhyAndSoDoesAMonthThatIsMissing() {
        Scope profile = profile();
        made.used(profile, SEPTEMBER, "10");
        signIn(made.with(Role.BILLING_PROFILE_READER, profile));
        open("billing/" + profile.id() + "/invoices", InvoicesView.class);
        MissingMonth missing = _get(MissingMonth.class);
        assertThat(missing.isOpen()).isTrue();
        assertThat(missing.month().getValue()).isEqualTo(YearMonth.of(2024, 9));
        assertThat(_get(WhyNot.class).getElement().getTextRecursively()).contains("has not been generated yet");

        _setValue(missing.month(), YearMonth.of(2024, 10));

        assertThat(_get(WhyNot.class).getElement().getTextRecursively()).contains("has not ended");
        InvoiceRow invoice = made.close(profile, SEPTEMBER).getLast();
        open("billing/" + profile.id() + "/invoices", InvoicesView.class);
        missing = _get(MissingMonth.class);
        assertThat(missing.isOpen()).isFalse();
        missing.setOpen(true);
        _setValue(missing.month(), YearMonth.of(2024, 9));
        assertThat(_get(WhyNot.class).getElement().getTextRecursively()).contains(invoice.number());
    }

    @Test
    void muchUsageIsPreparedInTheBackgroundFromTheSameMenu() {
        Scope profile = profile();
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "1234.5");
        jdbc.sql("update usage_delivery set row_count = 5000000 where invoiced_scope_id = :scope")
                .param("scope", profile.id())
                .update();
        Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
        signIn(reader);
        open("billing/" + profile.id() + "/invoices", InvoicesView.class);
        _get(InvoiceGrid.class).openMenu(invoice);
        assertThat(menu()).containsExactly("Invoice", "Price sheet");

        _click(_get(FileButton.class, spec -> spec.withText("Azure usage and charges")));

        assertThat(files.list(0, 5, reader)).singleElement().satisfies(file -> assertThat(file.kind())
                .isEqualTo("usage"));
    }

    @Test
    void theFilterIsReadFromTheAddressAndTheExportFollowsIt() {
        Scope profile = profile();
        made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 8)), "5");
        made.issued(profile, SEPTEMBER, "50");
        signIn(made.with(Role.BILLING_PROFILE_READER, profile));
        open("billing/" + profile.id() + "/invoices?from=2024-09&least=10", InvoicesView.class);
        InvoiceGrid grid = _get(InvoiceGrid.class);
        assertThat(_size(grid)).isEqualTo(1);
        FilterBar bar = _get(FilterBar.class);
        assertThat(_get(FurtherFilters.class).from.getValue()).isEqualTo(YearMonth.of(2024, 9));

        _setValue(bar.status, InvoiceStatus.PAID);

        assertThat(_size(grid)).isZero();
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .filteredOn(href -> href.startsWith("api/v1/scopes/" + profile.id() + "/invoices.csv?"))
                .singleElement()
                .satisfies(href -> assertThat(href).contains("status=PAID", "from=2024-09", "least=10"));
    }

    @Test
    void monthsAndTotalsAreThereOnceSomebodyAsksForThem() {
        Scope profile = profile();
        made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 8)), "5");
        made.issued(profile, SEPTEMBER, "50");
        signIn(made.with(Role.BILLING_PROFILE_READER, profile));
        open("billing/" + profile.id() + "/invoices", InvoicesView.class);
        assertThat(_find(FurtherFilters.class)).isEmpty();

        _click(_get(FilterBar.class).more);

        assertThat(_get(FilterBar.class).more.isAttached()).isFalse();
        _setValue(_get(FurtherFilters.class).least, BigDecimal.TEN);
        assertThat(_size(_get(InvoiceGrid.class))).isEqualTo(1);
    }

    @Test
    void theOrderIsReadFromTheAddressAndTheExportFollowsIt() {
        Scope profile = profile();
        InvoiceRow dear = made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 8)), "50");
        InvoiceRow cheap = made.issued(profile, SEPTEMBER, "5");
        signIn(made.with(Role.BILLING_PROFILE_READER, profile));
        open("billing/" + profile.id() + "/invoices?sort=-total", InvoicesView.class);
        InvoiceGrid grid = _get(InvoiceGrid.class);
        assertThat(com.github.mvysny.kaributesting.v10.GridKt._get(grid, 0).number())
                .isEqualTo(dear.number());

        grid.sort(List.of(new GridSortOrder<>(grid.getColumnByKey("STATUS"), SortDirection.ASCENDING)));
        assertThat(export(profile)).endsWith("?sort=status");
        grid.sort(List.of(new GridSortOrder<>(grid.getColumnByKey("TOTAL"), SortDirection.ASCENDING)));
        assertThat(export(profile)).endsWith("?sort=total");
        assertThat(com.github.mvysny.kaributesting.v10.GridKt._get(grid, 0).number())
                .isEqualTo(cheap.number());
        grid.sort(List.of());
        assertThat(export(profile)).endsWith("/invoices.csv");
    }

    private static String export(Scope profile) {
        return _find(Anchor.class).stream()
                .map(Anchor::getHref)
                .filter(href -> href.startsWith("api/v1/scopes/" + profile.id() + "/invoices.csv"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theZipIsPreparedOfWhatIsChosen() {
        Scope profile = profile();
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "50");
        Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
        signIn(reader);
        open("billing/" + profile.id() + "/invoices", InvoicesView.class);
        InvoiceListing listing = _get(InvoiceListing.class);
        _get(InvoiceGrid.class).select(invoice);
        assertThat(listing.zip.getText()).isEqualTo("Download 1 as ZIP");
        _click(listing.zip);
        assertThat(files.list(0, 5, reader)).extracting(file -> file.title()).containsExactly(invoice.number());
    }

    @Test
    void aSubscriptionShowsARowForEachPeriodWithItsDocuments() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-08-01");
        made.used(subscription, BillingPeriod.month(YearMonth.of(2024, 10)), "3.50");
        InvoiceRow invoice = made.issued(subscription, SEPTEMBER, "20");
        signIn(made.with(Role.ACCOUNT_ADMINISTRATOR, account));
        open("subscriptions/" + subscription.id() + "/invoices", InvoicesView.class);
        PeriodGrid grid = _get(PeriodGrid.class);
        assertThat(_size(grid)).isEqualTo(3);
        assertThat(_getFormattedRow(grid, 0)).contains("3.50\u00a0USD so far");
        assertThat(_getFormattedRow(grid, 1)).contains("20.00\u00a0USD");

        grid.open(grid.getLazyDataView().getItem(1));
        assertThat(menu()).containsExactly("Download invoice", "Download csv", "Services " + invoice.number());

        grid.open(grid.getLazyDataView().getItem(0));
        assertThat(_get(WhyNot.class).getElement().getTextRecursively())
                .contains("The billing period has not ended; its last day is 31 October 2024");
    }

    @Test
    void aPeriodWithSeveralInvoicesAddsThemUpAndNamesEachAboveItsDocuments() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-08-01");
        InvoiceRow invoice = made.issued(subscription, SEPTEMBER, "20");
        InvoiceRow note = life.credit(invoice.number(), new BigDecimal("5"), "An outage", people.operator());
        signIn(made.with(Role.ACCOUNT_ADMINISTRATOR, account));
        open("subscriptions/" + subscription.id() + "/invoices", InvoicesView.class);
        PeriodGrid grid = _get(PeriodGrid.class);
        assertThat(_getFormattedRow(grid, 1)).contains("15.00\u00a0USD");

        grid.open(grid.getLazyDataView().getItem(1));

        assertThat(menu())
                .containsExactly(
                        "Services " + invoice.number(),
                        "Download invoice",
                        "Download csv",
                        "Credit note " + note.number(),
                        "Credit note");
        assertThat(links().getFirst()).isEqualTo("invoices/" + invoice.number());
        assertThat(links()).contains("invoices/" + note.number());
    }

    @Test
    void theListSaysWhichIsNoOrdinaryInvoice() {
        Scope profile = profile();
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "50");
        InvoiceRow note = life.credit(invoice.number(), null, "An outage", people.operator());
        signIn(made.with(Role.BILLING_PROFILE_READER, profile));
        open("billing/" + profile.id() + "/invoices", InvoicesView.class);
        assertThat(_getFormattedRow(_get(InvoiceGrid.class), 0).getFirst()).contains(note.number(), "Credit note");
        assertThat(_getFormattedRow(_get(InvoiceGrid.class), 1).getFirst())
                .contains(invoice.number())
                .doesNotContain("Services");
    }

    @Test
    void underAnAccountTheNumberSaysOnANarrowScreenWhoIsBilled() {
        Scope account = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE, "2020-01-01");
        made.issued(profile, SEPTEMBER, "50");
        signIn(made.with(Role.BILLING_ACCOUNT_READER, account));
        open("billing/" + account.id() + "/invoices", InvoicesView.class);
        assertThat(_getFormattedRow(_get(InvoiceGrid.class), 0).getFirst()).contains(profile.name());
    }

    @Test
    void whoMayNotSeeThemIsToldWhoCanChangeThat() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-08-01");
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        signIn(made.with(Role.SUBSCRIPTION_READER, subscription));
        InvoicesView view = open("subscriptions/" + subscription.id() + "/invoices", InvoicesView.class);
        assertThat(_get(H2.class, spec -> spec.withText("Not available")).isVisible())
                .isTrue();
        assertThat(view.getElement().getTextRecursively()).contains("Access to invoice", admin.displayName());
        _assertNone(PeriodGrid.class);
    }

    @Test
    void accessToInvoiceOfASupportPlanSaysWhyItIsOfNoUse() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope plan = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-08-01");
        jdbc.sql("insert into scope_properties (scope_id, offer) values (?, 'SUPPORT_PLAN')")
                .param(plan.id())
                .update();
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-08-01");
        signIn(made.with(Role.ACCOUNT_ADMINISTRATOR, account), Locale.ENGLISH);
        open("subscriptions/" + plan.id() + "/invoices", InvoicesView.class);
        Button button = _get(Button.class, spec -> spec.withText("Access to invoice"));
        assertThat(button.isEnabled()).isFalse();
        assertThat(button.getParent().orElseThrow().getElement().getAttribute("aria-label"))
                .isEqualTo("The invoices of this subscription's offer are never shared.");
        open("subscriptions/" + subscription.id() + "/invoices", InvoicesView.class);
        assertThat(_get(Button.class, spec -> spec.withText("Access to invoice"))
                        .isEnabled())
                .isTrue();
    }

    @Test
    void anEnrollmentIsToldInsteadOfADownloadAndHasItsOwnColumns() {
        Scope enrollment = scopes.account(AgreementType.EA);
        made.issued(enrollment, SEPTEMBER, "20");
        signIn(made.with(Role.ENTERPRISE_ADMINISTRATOR, enrollment), Locale.ENGLISH);
        InvoicesView view = open("billing/" + enrollment.id() + "/invoices", InvoicesView.class);
        InvoiceGrid grid = _get(InvoiceGrid.class);
        assertThat(grid.getColumns().stream()
                        .map(column -> column.getHeaderText())
                        .collect(Collectors.toList()))
                .contains("Document date", "Document number", "Billing period", "PO number", "Total amount");
        assertThat(view.getElement().getTextRecursively())
                .contains(
                        "Invoices are sent to whoever is set up to receive invoices for the enrollment.",
                        "Only the operator of this portal can turn this on.");
    }

    private Scope profile() {
        return scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE, "2020-01-01");
    }

    private static List<String> menu() {
        return _get(InvoiceMenu.class)
                .links()
                .filter(Anchor.class::isInstance)
                .map(link -> link.getElement().getTextRecursively())
                .toList();
    }

    private static List<String> links() {
        return _get(InvoiceMenu.class)
                .links()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .map(Anchor::getHref)
                .toList();
    }
}
