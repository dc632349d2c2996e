package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import io.factuur.usage.TestCharges;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class BillingRunsTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    BillingRuns runs;

    @Autowired
    Invoices invoices;

    @Autowired
    TestCharges usage;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Person operator;

    @BeforeEach
    void anOperator() {
        operator = people.operator();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void eachProfileGetsItsOwnInvoiceSplitBySection() {
        Scope account = scopes.account(AgreementType.MCA);
        Scope first = scopes.child(account, ScopeKind.BILLING_PROFILE);
        Scope second = scopes.child(account, ScopeKind.BILLING_PROFILE);
        Scope section = scopes.child(first, ScopeKind.INVOICE_SECTION);
        Scope subscription = scopes.child(section, ScopeKind.SUBSCRIPTION);
        usage.delivered(first, SEPTEMBER, "USD")
                .used(subscription, "Virtual Machines", "Usage", "10.0043")
                .used(subscription, "Virtual Machines", "Usage", "7")
                .used(subscription, "Storage", "Usage", "1.0033")
                .used("Support", "0.00003919840");

        List<InvoiceRow> issued = close(account, "2024-09");

        assertThat(issued).extracting(InvoiceRow::scopeId).containsExactly(first.id(), second.id());
        assertThat(issued.getFirst().figures().charges()).isEqualTo("18.01");
        assertThat(issued.getLast().figures().total()).isEqualTo("0.00");
        assertThat(issued.getLast().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(lines(issued.getFirst()))
                .extracting(InvoiceLine::sectionName, InvoiceLine::serviceName, line -> line.amount()
                        .toPlainString())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(section.name(), "Virtual Machines", "17.01"),
                        org.assertj.core.groups.Tuple.tuple(section.name(), "Storage", "1.00"),
                        org.assertj.core.groups.Tuple.tuple(first.name(), "Support", "0.00"));
    }

    @Test
    void repeatedItAnswersTheSameAndIssuesNothing() {
        Scope account = enrollmentUsing("12.34");
        List<InvoiceRow> first = close(account, "2024-09");
        assertThat(close(account, "2024-09")).isEqualTo(first);
        assertThat(first).hasSize(1);
        usage.delivered(account, SEPTEMBER, "USD").used("Late", "5");
        assertThat(close(account, "2024-09")).isEqualTo(first);
    }

    @Test
    void twoRunsAtOnceIssueEachInvoiceOnceAndLeaveNoGap() throws Exception {
        Scope account = scopes.account(AgreementType.MOSP);
        List<Scope> subscriptions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2020-01-01");
            subscriptions.add(subscription);
            usage.delivered(subscription, SEPTEMBER, "USD").used("Virtual Machines", "1." + i);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<InvoiceRow>>> racing = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                racing.add(threads.submit(() -> close(account, "2024-09")));
            }
            for (Future<List<InvoiceRow>> run : racing) {
                assertThat(run.get()).hasSize(40);
            }
        }
        assertThat(close(account, "2024-09"))
                .extracting(InvoiceRow::scopeId)
                .containsExactlyElementsOf(subscriptions.stream().map(Scope::id).toList());
        assertNumbersHaveNoGap();
    }

    @Test
    void aSubscriptionIsBilledFromItsDayOfTheMonth() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope fifth = scopes.child(account, ScopeKind.SUBSCRIPTION, "2020-03-05");
        Scope last = scopes.child(account, ScopeKind.SUBSCRIPTION, "2020-01-31");
        usage.delivered(fifth, BillingPeriod.holding(SEPTEMBER.start().plusDays(10), 5), "USD")
                .used("Virtual Machines", "3");
        usage.delivered(last, BillingPeriod.holding(SEPTEMBER.end().minusDays(1), 31), "USD")
                .used("Virtual Machines", "4");

        assertThat(close(account, "2024-09-05")).extracting(InvoiceRow::scopeId).containsExactly(fifth.id());
        assertThat(close(account, "2024-09"))
                .extracting(row -> row.period().start() + "/" + row.period().end())
                .containsExactly("2024-09-05/2024-10-05", "2024-09-30/2024-10-31");
    }

    @Test
    void eachCurrencyIsAnInvoiceOfItsOwn() {
        Scope account = enrollmentUsing("12.34");
        usage.delivered(account, SEPTEMBER, "JPY").used("Virtual Machines", "99.5");
        assertThat(close(account, "2024-09"))
                .extracting(row -> row.figures().charges() + " " + row.figures().currency())
                .containsExactly("100 JPY", "12.34 USD");
    }

    @Test
    void withoutUsageAnEnrollmentGetsNoInvoiceButIsClosed() {
        Scope account = scopes.account(AgreementType.EA);
        assertThat(close(account, "2024-09")).isEmpty();
        assertThat(jdbc.sql("select count(*) from closed_period where scope_id = :scope")
                        .param("scope", account.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPeriodThatHasNotEndedIsRefusedWithASentence() {
        Scope account = scopes.account(AgreementType.EA);
        assertThatThrownBy(() -> runs.close(account.id(), "2999-12", operator))
                .isInstanceOf(Problem.class)
                .hasMessage("The period 2999-12 has not ended; it can be invoiced from 3000-01-01 on.");
        assertThatThrownBy(() -> runs.close(account.id(), "2024-13", operator)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> runs.close(account.id(), "2024-09-02", operator))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aPeriodIsClosedFromTheDayItEnded() {
        Scope account = enrollmentUsing("12.34");
        clock.setTo(Instant.parse("2024-09-30T23:59:59Z"));
        assertThatThrownBy(() -> runs.close(account.id(), "2024-09", operator)).isInstanceOf(Problem.class);
        clock.setTo(Instant.parse("2024-10-01T00:00:00Z"));
        assertThat(close(account, "2024-09")).hasSize(1);
    }

    /** Created on the 29th or later of a month: what a common and a leap year's February make of it. */
    @ParameterizedTest
    @CsvSource({
        "2019-01-29, 2023-02, 2023-02-28/2023-03-29",
        "2019-01-30, 2024-02, 2024-02-29/2024-03-30",
        "2019-01-31, 2023-02, 2023-02-28/2023-03-31",
        "2019-01-31, 2024-01, 2024-01-31/2024-02-29",
        "2020-02-29, 2024-02, 2024-02-29/2024-03-29",
        "2020-02-29, 2023-02, 2023-02-28/2023-03-29"
    })
    void aSubscriptionOfTheLastDaysIsBilledThroughFebruary(String created, String month, String period) {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, created);
        LocalDate start = LocalDate.parse(period.substring(0, 10));
        usage.delivered(
                        subscription,
                        BillingPeriod.holding(start, LocalDate.parse(created).getDayOfMonth()),
                        "USD")
                .used("Virtual Machines", "3");
        assertThat(close(account, month))
                .extracting(row -> row.period().start() + "/" + row.period().end())
                .containsExactly(period);
    }

    @Test
    void whatIsInvoicedAboveIsNotClosedByItself() {
        Scope account = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE);
        Scope section = scopes.child(profile, ScopeKind.INVOICE_SECTION);
        assertThatThrownBy(() -> runs.close(section.id(), "2024-09", operator))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo("problem.billing-run.scope"));
    }

    @Test
    void onlyAnOperatorClosesAndAnOperatorSeesNoCustomersInvoice() {
        Scope account = enrollmentUsing("12.34");
        Person somebody = people.somebody();
        assertThatThrownBy(() -> runs.close(account.id(), "2024-09", somebody)).isInstanceOf(Problem.class);
        String number = close(account, "2024-09").getFirst().number();
        assertThatThrownBy(() -> invoices.get(number, operator)).isInstanceOf(Problem.class);
        assertThat(invoices.list(InvoiceFilter.ALL, Long.MAX_VALUE, 10, operator))
                .isEmpty();
    }

    private Scope enrollmentUsing(String cost) {
        Scope account = scopes.account(AgreementType.EA);
        usage.delivered(account, SEPTEMBER, "USD").used("Virtual Machines", cost);
        return account;
    }

    private List<InvoiceRow> close(Scope account, String period) {
        BillingRun run = runs.close(account.id(), period, operator);
        List<InvoiceRow> issued = invoices.ofRun(run.id(), 0, 1_000, operator);
        assertThat(run.invoices()).isEqualTo(issued.size());
        return issued;
    }

    private List<InvoiceLine> lines(InvoiceRow row) {
        return jdbc.sql("select * from invoice_line where invoice_id = :id order by line_no")
                .param("id", row.id())
                .query((line, n) -> new InvoiceLine(
                        line.getInt("line_no"),
                        null,
                        line.getString("section_name"),
                        line.getString("service_name"),
                        line.getString("service_category"),
                        line.getString("charge_category"),
                        line.getString("publisher_name"),
                        line.getBigDecimal("exact_cost"),
                        line.getBigDecimal("amount").setScale(2)))
                .list();
    }

    private void assertNumbersHaveNoGap() {
        assertThat(jdbc.sql("""
                select count(*) from invoice_series s where s.last_no <> (select count(*) from invoice i
                where i.series = s.series and i.series_year = s.series_year)
                """).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("""
                select count(*) from invoice_series s where s.last_no <> (select max(series_no) from invoice i
                where i.series = s.series and i.series_year = s.series_year)
                """).query(Integer.class).single()).isZero();
    }
}
