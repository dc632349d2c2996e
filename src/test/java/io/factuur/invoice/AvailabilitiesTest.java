package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.Availability.Code;
import io.factuur.invoice.Availability.Why;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class AvailabilitiesTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    Availabilities availabilities;

    @Autowired
    InvoiceLife life;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceDocuments documents;

    @Autowired
    Proofs proofs;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

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
    void whatIsThereIsThere() {
        Scope profile = profile();
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "10");
        Availability found =
                availabilities.at(profile.id(), "2024-09", made.with(Role.BILLING_PROFILE_READER, profile));
        assertThat(found.available()).isTrue();
        assertThat(found.reasons()).isEmpty();
        assertThat(found.invoices()).extracting(InvoiceRow::number).containsExactly(invoice.number());
    }

    @Test
    void withoutTheRoleItSaysWhichRoleAndWhoGivesIt() {
        Scope profile = profile();
        made.with(Role.BILLING_PROFILE_OWNER, profile);
        Scope section = scopes.child(profile, ScopeKind.INVOICE_SECTION);
        Person sectionOwner = made.with(Role.INVOICE_SECTION_OWNER, section);
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "10");

        Availability found = availabilities.at(section.id(), "2024-09", sectionOwner);

        assertThat(only(found).code()).isEqualTo(Code.MADE_ELSEWHERE);
        assertThat(only(found).sentence(Locale.ENGLISH))
                .contains("above it", "This needs the role", "Billing profile owner")
                .doesNotContain(profile.name());
        assertThat(found.invoices()).isEmpty();
        assertThatThrownBy(() -> availabilities.of(invoice.number(), people.somebody()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void anOpenPeriodSaysWhenItEnds() {
        Scope profile = profile();
        Why why = only(availabilities.at(profile.id(), "2024-10", made.with(Role.INVOICE_MANAGER, profile)));
        assertThat(why.code()).isEqualTo(Code.PERIOD_OPEN);
        assertThat(why.from()).isEqualTo(LocalDate.of(2024, 11, 1));
        assertThat(why.sentence(Locale.ENGLISH)).contains("2024");
    }

    @Test
    void anEndedPeriodThatIsNotClosedIsNotGeneratedYet() {
        Scope profile = profile();
        made.used(profile, SEPTEMBER, "10");
        assertThat(only(availabilities.at(profile.id(), "2024-09", made.with(Role.BILLING_PROFILE_OWNER, profile)))
                        .code())
                .isEqualTo(Code.NOT_GENERATED);
    }

    @Test
    void aNewSubscriptionHasNoneForThirtyDays() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-09-20");
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        Availability found = availabilities.at(subscription.id(), "2024-09-20", admin);
        assertThat(found.reasons()).extracting(Why::code).containsExactly(Code.PERIOD_OPEN, Code.LESS_THAN_30_DAYS);
        assertThat(found.reasons().getLast().from()).isEqualTo(LocalDate.of(2024, 10, 20));
    }

    @Test
    void aMonthBeforeTheSignUpIsNoMonthOfTheirs() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-07-05");
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        assertThat(availabilities
                        .at(subscription.id(), "2024-05", admin)
                        .reasons()
                        .getFirst()
                        .code())
                .isEqualTo(Code.BEFORE_SIGN_UP);
        assertThat(only(availabilities.at(subscription.id(), "2024-08-06", admin))
                        .code())
                .isEqualTo(Code.NO_SUCH_PERIOD);
    }

    @Test
    void aTrialAndACreditThatWereNotExceededMakeNoInvoice() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        made.terms(subscription, "offer", "FREE_TRIAL");
        made.used(subscription, SEPTEMBER, "10");
        made.close(subscription, SEPTEMBER);
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        assertThat(only(availabilities.at(subscription.id(), "2024-09", admin)).code())
                .isEqualTo(Code.CREDIT_NOT_EXCEEDED);
    }

    @Test
    void aClosedMonthWithoutChargesSaysSoAndPointsToTheSupportPlan() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        Scope support = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        made.terms(support, "offer", "SUPPORT_PLAN");
        made.close(subscription, SEPTEMBER);
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        Availability found = availabilities.at(subscription.id(), "2024-09", admin);
        assertThat(found.reasons()).extracting(Why::code).containsExactly(Code.NO_CHARGES, Code.SUPPORT_PLAN);
        assertThat(found.reasons().getLast().sentence(Locale.ENGLISH)).contains(support.name());
    }

    @Test
    void theSwitchThatIsOffIsNamedWithWhoCanTurnItOn() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        Person reader = made.with(Role.SUBSCRIPTION_READER, subscription);
        made.issued(subscription, SEPTEMBER, "10");
        Why why = only(availabilities.at(subscription.id(), "2024-09", reader));
        assertThat(why.code()).isEqualTo(Code.NO_PERMISSION);
        assertThat(why.sentence(Locale.ENGLISH)).contains("Access to invoice", admin.displayName());
        assertThat(why.sentence(Locale.of("nl"))).contains(admin.displayName());
    }

    @Test
    void anEnrollmentSeesItsInvoicesButDownloadsNone() {
        Scope enrollment = scopes.account(AgreementType.EA);
        Person admin = made.with(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        made.issued(enrollment, SEPTEMBER, "10");
        Availability found = availabilities.at(enrollment.id(), "2024-09", admin);
        assertThat(found.available()).isFalse();
        assertThat(only(found).code()).isEqualTo(Code.NOT_IN_PORTAL);
        assertThat(found.invoices()).hasSize(1);
    }

    @Test
    void whatIsOlderThanTheSharingIsForTheAccountAdministratorAlone() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2015-01-01");
        made.share(subscription);
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        Person reader = made.with(Role.SUBSCRIPTION_READER, subscription);
        BillingPeriod old = BillingPeriod.month(YearMonth.of(2016, 6));
        made.issued(subscription, old, "10");
        assertThat(availabilities.at(subscription.id(), "2016-06", admin).available())
                .isTrue();
        Why why = only(availabilities.at(subscription.id(), "2016-06", reader));
        assertThat(why.code()).isEqualTo(Code.OLDER_THAN_SHARED);
        assertThat(why.sentence(Locale.ENGLISH)).contains("Account Administrator");
        assertThat(why.sentence(Locale.of("nl"))).contains("Accountbeheerder");
    }

    /** By its number, too: its figures, its story, its papers, its proof. */
    @Test
    void whatIsOlderThanTheSharingIsBehindNoOtherDoor() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2015-01-01");
        made.share(subscription);
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        Person reader = made.with(Role.SUBSCRIPTION_READER, subscription);
        String number = made.issued(subscription, BillingPeriod.month(YearMonth.of(2016, 11)), "10")
                .number();
        List<Consumer<Person>> doors = List.of(
                person -> invoices.get(number, person),
                person -> invoices.lined(number, person),
                person -> life.story(number, person),
                person -> documents.open(number, InvoiceDocuments.PDF, null, person),
                person -> proofs.of(number, person));
        for (Consumer<Person> door : doors) {
            door.accept(admin);
            assertThatThrownBy(() -> door.accept(reader)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void theAccountAdministratorIsNotToldToBeTheAccountAdministrator() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2015-01-01");
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        assertThat(only(availabilities.at(subscription.id(), "2016-06", admin)).code())
                .isEqualTo(Code.NOT_GENERATED);
        made.close(subscription, BillingPeriod.month(YearMonth.of(2016, 6)));
        assertThat(only(availabilities.at(subscription.id(), "2016-06", admin)).code())
                .isEqualTo(Code.NO_CHARGES);
    }

    @Test
    void aMonthBeforeTheSignUpIsNotWaitedForUnlessItWasUsed() {
        Scope account = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE, "2024-10-01");
        Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
        assertThat(only(availabilities.at(profile.id(), "2024-09", reader)).code())
                .isEqualTo(Code.BEFORE_SIGN_UP);
        made.used(profile, SEPTEMBER, "10");
        assertThat(availabilities.at(profile.id(), "2024-09", reader).reasons())
                .extracting(Why::code)
                .containsExactly(Code.NOT_GENERATED, Code.LESS_THAN_30_DAYS);
    }

    @Test
    void aVoidInvoiceSaysSoUntilItIsBilledAgain() {
        Scope profile = profile();
        Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "10");
        life.voided(invoice.number(), "Wrong", people.operator());
        Why why = only(availabilities.at(profile.id(), "2024-09", reader));
        assertThat(why.code()).isEqualTo(Code.VOIDED);
        assertThat(why.sentence(Locale.ENGLISH)).contains(invoice.number(), "operator");
        life.rebill(invoice.number(), "Right", people.operator());
        assertThat(availabilities.at(profile.id(), "2024-09", reader).available())
                .isTrue();
    }

    @Test
    void anAccountPointsToWhereItsInvoicesAreMade() {
        Scope account = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE);
        Person owner = made.with(Role.BILLING_ACCOUNT_OWNER, account);
        assertThat(only(availabilities.at(account.id(), "2024-09", owner)).code())
                .isEqualTo(Code.MADE_ELSEWHERE);
        made.issued(profile, SEPTEMBER, "10");
        assertThat(availabilities.at(account.id(), "2024-09", owner).available())
                .isTrue();
    }

    /** Half-open: on the day that a period ends it is over, and thirty days after the sign-up are thirty days. */
    @Test
    void theDayOnWhichAReasonEndsIsTheFirstWithoutIt() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-09-20");
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        clock.setTo(Instant.parse("2024-10-19T23:59:59Z"));
        assertThat(availabilities.at(subscription.id(), "2024-09-20", admin).reasons())
                .extracting(Why::code)
                .containsExactly(Code.PERIOD_OPEN, Code.LESS_THAN_30_DAYS);
        clock.setTo(Instant.parse("2024-10-20T00:00:00Z"));
        assertThat(only(availabilities.at(subscription.id(), "2024-09-20", admin))
                        .code())
                .isEqualTo(Code.NOT_GENERATED);
    }

    @Test
    void aMonthlyCreditThatWasNotExceededSaysSo() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        made.terms(subscription, "offer", "MONTHLY_CREDIT");
        jdbc.sql("update scope_properties set monthly_credit = 10 where scope_id = :scope")
                .param("scope", subscription.id())
                .update();
        made.used(subscription, SEPTEMBER, "10");
        assertThat(made.close(subscription, SEPTEMBER)).isEmpty();
        Person admin = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        assertThat(only(availabilities.at(subscription.id(), "2024-09", admin)).code())
                .isEqualTo(Code.CREDIT_NOT_EXCEEDED);
    }

    @Test
    void theFirstSharedMonthIsDecember2016() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2015-01-01");
        made.share(subscription);
        Person reader = made.with(Role.SUBSCRIPTION_READER, subscription);
        made.close(subscription, BillingPeriod.month(YearMonth.of(2016, 12)));
        assertThat(only(availabilities.at(subscription.id(), "2016-11", reader)).code())
                .isEqualTo(Code.OLDER_THAN_SHARED);
        assertThat(only(availabilities.at(subscription.id(), "2016-12", reader)).code())
                .isEqualTo(Code.NO_CHARGES);
    }

    private Scope profile() {
        return scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE, "2020-01-01");
    }

    private static Why only(Availability found) {
        assertThat(found.available()).isFalse();
        assertThat(found.reasons()).hasSize(1);
        return found.reasons().getFirst();
    }
}
