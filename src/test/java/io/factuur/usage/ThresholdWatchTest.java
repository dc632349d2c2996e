package io.factuur.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestCustomers;
import io.factuur.TestMailbox;
import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ThresholdWatchTest {

    @Autowired
    CostThresholds thresholds;

    @Autowired
    ThresholdWatch watch;

    @Autowired
    TestCharges charges;

    @Autowired
    TestCustomers customers;

    @Autowired
    TestPeople people;

    @Autowired
    TestMailbox mailbox;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Scope profile;
    Person reader;

    @BeforeEach
    void aProfile() {
        clock.setTo(Instant.parse("2024-10-10T12:00:00Z"));
        Scope account = customers.account(AgreementType.MCA, "Account");
        profile = customers.child(account, ScopeKind.BILLING_PROFILE, "Research");
        reader = customers.somebodyWith(Role.BILLING_PROFILE_READER, profile);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void whoPassesAThresholdGetsOneMailAMonth() {
        thresholds.add(profile.id(), new BigDecimal("100"), reader);
        use("2024-10", "99.99");
        watch.look();
        assertThat(mailbox.sentTo(reader.email())).isEmpty();

        use("2024-10", "0.01");
        watch.look();
        watch.look();
        assertThat(mailbox.sentTo(reader.email())).singleElement().satisfies(mail -> assertThat(
                        mail.subject() + mail.text())
                .contains("Research has passed 100.00", "October 2024", "/billing/" + profile.id() + "/costs"));

        clock.setTo(Instant.parse("2024-11-10T12:00:00Z"));
        use("2024-11", "500");
        watch.look();
        assertThat(mailbox.sentTo(reader.email())).hasSize(2);
    }

    @Test
    void whoMayNoLongerSeeTheCostsGetsNoMail() {
        thresholds.add(profile.id(), new BigDecimal("100"), reader);
        use("2024-10", "200");
        jdbc.sql("update assignment set ended_at = granted_at where person_id = :id")
                .param("id", reader.id())
                .update();
        watch.look();
        assertThat(mailbox.sentTo(reader.email())).isEmpty();
    }

    @Test
    void onesOwnThresholdsAreNobodyElses() {
        thresholds.add(profile.id(), new BigDecimal("100"), reader);
        Person other = customers.somebodyWith(Role.BILLING_PROFILE_OWNER, profile);
        assertThat(thresholds.mine(profile.id(), other)).isEmpty();
        long id = thresholds.mine(profile.id(), reader).getFirst().id();
        assertThatThrownBy(() -> thresholds.remove(profile.id(), id, other)).isInstanceOf(Problem.class);
        assertThat(thresholds.mine(profile.id(), reader)).hasSize(1);
        assertThatThrownBy(() -> thresholds.add(profile.id(), BigDecimal.ZERO, reader))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> thresholds.mine(profile.id(), people.somebody()))
                .isInstanceOf(Problem.class);
    }

    private void use(String month, String cost) {
        charges.delivered(profile, BillingPeriod.month(YearMonth.parse(month)), "EUR")
                .used("Compute", cost);
    }
}
