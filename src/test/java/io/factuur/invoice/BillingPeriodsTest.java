package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rows of a subscription's invoices: a period each, from the one that runs back to the first. */
@IntegrationTest
class BillingPeriodsTest {

    @Autowired
    BillingPeriods periods;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    Scope subscription;
    Person admin;

    @BeforeEach
    void aSubscriptionOfTheThirtyFirst() {
        Scope account = scopes.account(AgreementType.MOSP);
        subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-31");
        admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aPeriodIsOpenUntilTheDayItEnds() {
        clock.setTo(Instant.parse("2024-03-30T23:59:59Z"));
        assertThat(rows()).containsExactly("2024-02-29 open", "2024-01-31 over");
        clock.setTo(Instant.parse("2024-03-31T00:00:00Z"));
        assertThat(rows()).containsExactly("2024-03-31 open", "2024-02-29 over", "2024-01-31 over");
        assertThat(periods.count(subscription.id(), admin)).isEqualTo(3);
    }

    @Test
    void whatWasUsedBeforeTheSignUpIsListedToo() {
        clock.setTo(Instant.parse("2024-02-10T00:00:00Z"));
        made.used(subscription, BillingPeriod.holding(LocalDate.of(2023, 12, 31), 31), "5");
        assertThat(rows()).containsExactly("2024-01-31 open", "2023-12-31 over");
    }

    @Test
    void theyAreForWhoeverMaySeeItsInvoices() {
        Person reader = made.with(Role.SUBSCRIPTION_READER, subscription);
        for (Person none : List.of(reader, people.somebody())) {
            assertThatThrownBy(() -> periods.page(subscription.id(), 0, 10, none))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> periods.count(subscription.id(), none)).isInstanceOf(Problem.class);
        }
    }

    private List<String> rows() {
        return periods.page(subscription.id(), 0, 10, admin).stream()
                .map(row -> row.period().start() + (row.open() ? " open" : " over"))
                .toList();
    }
}
