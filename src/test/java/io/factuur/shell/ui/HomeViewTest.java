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
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HomeViewTest extends UiTest {

    @Autowired
    TestCustomers scopes;

    @Autowired
    TestInvoices invoices;

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
