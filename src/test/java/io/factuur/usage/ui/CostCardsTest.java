package io.factuur.usage.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import io.factuur.TestClock;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import io.factuur.ui.EmptyState;
import io.factuur.ui.KeyFigure;
import io.factuur.usage.Costs;
import io.factuur.usage.TestCharges;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CostCardsTest extends UiTest {

    @Autowired
    TestCustomers customers;

    @Autowired
    TestCharges charges;

    @Autowired
    TestClock clock;

    @Autowired
    Costs costs;

    private Scope account;
    private Scope profile;

    @BeforeEach
    void aMonthAndABit() {
        clock.setTo(Instant.parse("2024-10-10T12:00:00Z"));
        account = customers.account(AgreementType.MCA, "Account");
        profile = customers.child(account, ScopeKind.BILLING_PROFILE, "Profile");
        charges.delivered(profile, BillingPeriod.month(YearMonth.of(2024, 9)), "EUR")
                .used("Storage", "40")
                .used("Compute", "60.005");
        charges.delivered(profile, BillingPeriod.month(YearMonth.of(2024, 10)), "EUR")
                .used("Compute", "150.004");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void theOverviewShowsThisMonthAgainstTheSameDaysOfTheLast() {
        signIn(customers.somebodyWith(Role.BILLING_ACCOUNT_READER, account));
        open("billing/" + account.id() + "/overview");
        assertThat(_find(KeyFigure.class))
                .extracting(figure -> figure.getElement().getTextRecursively())
                .anySatisfy(text -> assertThat(text)
                        .contains("Month to date", "150.00\u00a0EUR", "50 % more", "Usage up to 1 Oct 2024"))
                .anySatisfy(text -> assertThat(text).contains("Last month", "100.01\u00a0EUR", "September 2024"));
        assertThat(_get(CostByService.class).getElement().getTextRecursively())
                .contains("Cost by service, October 2024", "Compute");
        assertThat(_get(CostByMonth.class).getElement().getTextRecursively()).contains("September 2024");
    }

    @Test
    void eachFigureLeadsToItsRows() {
        signIn(customers.somebodyWith(Role.BILLING_ACCOUNT_READER, account));
        open("billing/" + account.id() + "/overview");
        String costs = "billing/" + account.id() + "/costs?by=";
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .contains(
                        costs + "day&from=2024-10-01&to=2024-10-31",
                        costs + "day&from=2024-09-01&to=2024-09-30",
                        costs + "service&from=2024-10-01&to=2024-10-31");
    }

    @Test
    void onlyDaysUpToTheLastWithUsageAreComparedInEachCurrency() {
        charges.delivered(profile, new BillingPeriod(LocalDate.of(2024, 9, 5), LocalDate.of(2024, 10, 5)), "EUR")
                .used("Compute", "1000");
        charges.delivered(profile, BillingPeriod.month(YearMonth.of(2024, 10)), "USD")
                .used("Compute", "7");
        signIn(customers.somebodyWith(Role.BILLING_PROFILE_READER, profile));
        open("billing/" + profile.id() + "/overview");
        assertThat(_find(KeyFigure.class))
                .extracting(figure -> figure.getElement().getTextRecursively())
                .anySatisfy(
                        text -> assertThat(text).contains("EUR: 50 % more", "USD: Nothing to compare with last month"));
    }

    @Test
    void whoMaySeeTheScopeButNoCostsReadsWhy() {
        Scope section = customers.child(profile, ScopeKind.INVOICE_SECTION, "Section");
        signIn(customers.somebodyWith(Role.SUBSCRIPTION_CREATOR, section));
        open("billing/" + section.id() + "/overview");
        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("You cannot see costs here");
        _assertNone(CostByMonth.class);
        assertThat(_find(H2.class)).hasSize(1);
    }

    @Test
    void costsAreGuarded() {
        Person stranger = people.somebody();
        LocalDate day = LocalDate.of(2024, 9, 1);
        assertThatThrownBy(() -> costs.between(account.id(), day, day.plusDays(1), stranger))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> costs.byService(account.id(), day, day.plusDays(1), 1, stranger))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> costs.byMonth(account.id(), YearMonth.of(2024, 9), YearMonth.of(2024, 9), stranger))
                .isInstanceOf(Problem.class);
    }
}
