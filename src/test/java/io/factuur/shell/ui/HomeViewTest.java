package io.factuur.shell.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.factuur.TestClock;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.security.Profiles;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.EmailAddress;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HomeViewTest extends UiTest {

    @Autowired
    TestCustomers scopes;

    @Autowired
    TestInvoices invoices;

    @Autowired
    Profiles profiles;

    @Autowired
    TestClock clock;

    @Test
    void tellsNobodyWhomToAsk() {
        Person operator = people.operator();
        signIn(people.somebody());
        open("", HomeView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Home");
        assertThat(headings()).containsExactly("You have no role on anything yet");
        assertThat(operator.operator()).isTrue();
        assertThat(links()).anyMatch(link -> link.startsWith("mailto:"));
    }

    @Test
    void greetsInDutch() {
        signIn(people.somebody(), Locale.of("nl"));
        open("", HomeView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Start");
    }

    @Test
    void showsWhatIsOwedToWhomItMayConcernOnly() {
        Scope account = scopes.account(AgreementType.MCA, "Owing account");
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE, "Owing profile");
        InvoiceRow row = invoices.issued(profile, BillingPeriod.month(YearMonth.of(2024, 7)), "12.34");
        signIn(scopes.somebodyWith(Role.BILLING_PROFILE_READER, profile));
        open("", HomeView.class);
        assertThat(headings()).contains("What needs you", "To be paid");
        assertThat(links()).anyMatch(link -> link.startsWith("billing/" + profile.id() + "/invoices?status="));
        assertThat(words()).anyMatch(word -> word.contains("Owing profile"));
        assertThat(row.amountDue()).isPositive();

        Scope other = scopes.account(AgreementType.MCA, "Beside");
        signIn(scopes.somebodyWith(Role.BILLING_ACCOUNT_OWNER, other));
        open("", HomeView.class);
        assertThat(headings()).contains("What needs you").doesNotContain("To be paid");
        assertThat(words()).noneMatch(word -> word.contains("Owing profile"));
    }

    @Test
    void theOverviewShowsWhatIsOwedAndWhatNeedsOneThere() {
        Scope account = scopes.account(AgreementType.MCA, "Owing account");
        Scope late = scopes.child(account, ScopeKind.BILLING_PROFILE, "Late profile");
        Scope clear = scopes.child(account, ScopeKind.BILLING_PROFILE, "Clear profile");
        clock.setTo(Instant.parse("2024-08-05T06:00:00Z"));
        invoices.issued(late, BillingPeriod.month(YearMonth.of(2024, 7)), "12.34");
        clock.reset();
        signIn(scopes.somebodyWith(Role.BILLING_ACCOUNT_OWNER, account));

        open("billing/" + account.id() + "/overview");
        assertThat(headings()).contains("What needs you");
        assertThat(words()).contains("One invoice is overdue: Late profile");
        assertThat(links())
                .contains(
                        "billing/" + account.id() + "/invoices?status=OVERDUE",
                        "billing/" + late.id() + "/invoices?status=OVERDUE");

        open("billing/" + clear.id() + "/overview");
        assertThat(headings()).doesNotContain("What needs you");
        assertThat(links()).noneMatch(link -> link.contains("/invoices?status="));
    }

    @Test
    void remindsOneOfANewAddressThatIsNotConfirmed() {
        Person owner = scopes.somebodyWith(Role.BILLING_ACCOUNT_OWNER, scopes.account(AgreementType.MCA, "Account"));
        signIn(owner);
        open("", HomeView.class);
        assertThat(words()).noneMatch(word -> word.contains("waits to be confirmed"));
        String address = UUID.randomUUID() + "@example.net";
        profiles.askForAddress(new EmailAddress(address), Locale.ENGLISH, owner);
        open("help");
        open("", HomeView.class);
        assertThat(words()).contains("Your new address " + address + " waits to be confirmed");
    }

    @Test
    void remembersWhereOneWasLast() {
        Scope account = scopes.account(AgreementType.EA, "Visited");
        signIn(scopes.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, account));
        open("billing/" + account.id() + "/overview");
        open("", HomeView.class);
        assertThat(headings()).contains("Recently used scopes");
        assertThat(words()).contains("Visited");
    }

    @Test
    void leadsTheOperatorThroughTheFirstStepsUntilTheyKnowTheWay() {
        Person operator = people.operator();
        signIn(operator);
        open("", HomeView.class);
        assertThat(headings()).contains("First steps");
        _click(_get(Button.class, spec -> spec.withText("I know the way")));
        open("", HomeView.class);
        assertThat(headings()).contains("What needs you").doesNotContain("First steps");

        signIn(people.somebody());
        open("", HomeView.class);
        assertThat(headings()).doesNotContain("First steps");
    }

    private static List<String> headings() {
        return _find(H2.class).stream().map(H2::getText).toList();
    }

    private static List<String> links() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private static List<String> words() {
        return _find(Span.class).stream().map(Span::getText).toList();
    }
}
