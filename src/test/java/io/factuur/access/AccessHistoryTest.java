package io.factuur.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.access.AccessHistory.Reader;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ScopePolicies;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AccessHistoryTest {

    @Autowired
    AccessHistory history;

    @Autowired
    Assignments assignments;

    @Autowired
    ScopePolicies policies;

    @Autowired
    TestTree tree;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @Test
    void whoCouldReadOnADayComesFromTheRolesOfThatDay() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        Person operator = people.operator();
        Person reader = people.somebody();
        LocalDate first = today();
        long given = assignments
                .assign(profile, reader.username(), Role.BILLING_PROFILE_READER, operator)
                .id();
        clock.advance(Duration.ofDays(3));
        assignments.remove(profile, given, operator);
        assertThat(on(profile, first.minusDays(1))).isEmpty();
        assertThat(on(profile, first.plusDays(2))).singleElement().satisfies(found -> {
            assertThat(found.username()).isEqualTo(reader.username());
            assertThat(found.could()).contains(Operation.DOWNLOAD_INVOICE, Operation.DOWNLOAD_USAGE);
        });
        assertThat(on(profile, first.plusDays(4))).isEmpty();
    }

    @Test
    void aSwitchCountsOnTheDaysOnWhichItWasOn() {
        long account = tree.account(AgreementType.EA);
        long department = tree.child(account, ScopeKind.DEPARTMENT);
        Person operator = people.operator();
        Person admin = people.somebody();
        assignments.assign(department, admin.username(), Role.DEPARTMENT_ADMINISTRATOR, operator);
        LocalDate off = today();
        clock.advance(Duration.ofDays(2));
        policies.change(account, Map.of(Condition.DEPARTMENT_ADMIN_VIEW_CHARGES, true), operator);
        assertThat(on(department, off)).singleElement().satisfies(found -> assertThat(found.could())
                .isEmpty());
        assertThat(on(department, today())).singleElement().satisfies(found -> assertThat(found.could())
                .contains(Operation.SEE_COSTS));
    }

    @Test
    void onlyWhoMaySeeAccessMayAsk() {
        long account = tree.account(AgreementType.MCA);
        assertThatThrownBy(() -> history.on(account, today(), people.somebody()))
                .isInstanceOf(Problem.class);
    }

    private List<Reader> on(long scope, LocalDate day) {
        return history.on(scope, day, people.operator());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
