package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.EnterpriseCharges;
import io.factuur.usage.MonthCharges;
import io.factuur.usage.TestUsage;
import io.factuur.usage.TestUsage.TestRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Usage + charges" of an enrollment that has paid beforehand. */
@IntegrationTest
class PrepaymentsForUsageTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));
    private static final BillingPeriod OCTOBER = BillingPeriod.month(YearMonth.of(2024, 10));

    @Autowired
    EnterpriseCharges charges;

    @Autowired
    Credits credits;

    @Autowired
    CreditBalances balances;

    @Autowired
    Availabilities availabilities;

    @Autowired
    InvoiceLife life;

    @Autowired
    TestInvoices made;

    @Autowired
    TestUsage usage;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    Scope enrollment;
    Person operator;
    Person admin;

    @BeforeEach
    void anEnrollmentThatBoughtUsedAndSubscribed() {
        clock.setTo(Instant.parse("2024-10-06T09:00:00Z"));
        enrollment = scopes.account(AgreementType.EA);
        operator = people.operator();
        admin = made.with(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        usage.deliver(
                enrollment,
                enrollment,
                SEPTEMBER.start(),
                SEPTEMBER.end(),
                List.of(
                        row("100.004", "Microsoft", "Usage"),
                        row("40", "Microsoft", "Purchase"),
                        row("7", "Contoso", "Usage")));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aPrepaymentPaysAzuresUsageAndNothingElse() {
        give("1000");
        InvoiceRow invoice = made.close(enrollment, SEPTEMBER).getLast();
        assertThat(invoice.figures().prepayment()).isEqualTo("100.00");
        assertThat(invoice.figures().subtotal()).isEqualTo("47.00");

        MonthCharges month = september();
        assertThat(month.againstCredits().value()).isEqualByComparingTo("100.00");
        assertThat(month.overage().value()).isEqualByComparingTo("0.004");
        assertThat(month.billedSeparately().value()).isEqualByComparingTo("40");
        assertThat(month.sold().value()).isEqualByComparingTo("7");
        assertThat(month.total().value()).isEqualByComparingTo("147.004");
        assertThat(month.refunded().value()).isZero();
        assertThat(month.prepaid().ending()).isEqualTo("900.00");
    }

    @Test
    void whatThePrepaymentDoesNotReachIsOverage() {
        give("60");
        made.close(enrollment, SEPTEMBER);
        assertThat(september().againstCredits().value()).isEqualByComparingTo("60");
        assertThat(september().overage().value()).isEqualByComparingTo("40.004");
    }

    @Test
    void aMonthThatWasPaidBeforehandGetsNoInvoiceAndSaysWhy() {
        usage.deliver(
                enrollment,
                enrollment,
                OCTOBER.start(),
                OCTOBER.end(),
                List.of(TestRow.of(
                        enrollment,
                        OCTOBER.start(),
                        "50.25",
                        "publisher_name",
                        "Microsoft",
                        "charge_category",
                        "Usage")));
        give("300");
        made.close(enrollment, SEPTEMBER);
        clock.setTo(Instant.parse("2024-11-06T09:00:00Z"));

        assertThat(made.close(enrollment, OCTOBER)).isEmpty();

        MonthCharges october = months().getFirst();
        assertThat(october.againstCredits().value()).isEqualByComparingTo("50.25");
        assertThat(october.prepaid().withoutInvoice()).isTrue();
        assertThat(october.prepaid().ending()).isEqualTo("149.75");
        assertThat(months().getLast().prepaid().withoutInvoice()).isFalse();
        assertThat(availabilities.at(enrollment.id(), "2024-10", admin).reasons())
                .extracting(Availability.Why::code)
                .containsExactly(Availability.Code.PAID_BEFOREHAND);
        assertThat(balances.history(enrollment.id(), admin).getFirst().invoiceNumber())
                .isNull();
    }

    @Test
    void whatIsBilledAgainIsIssuedEvenWhereNothingIsLeftToPay() {
        usage.deliver(
                enrollment,
                enrollment,
                OCTOBER.start(),
                OCTOBER.end(),
                List.of(TestRow.of(
                        enrollment,
                        OCTOBER.start(),
                        "50.25",
                        "publisher_name",
                        "Microsoft",
                        "charge_category",
                        "Usage")));
        clock.setTo(Instant.parse("2024-11-06T09:00:00Z"));
        InvoiceRow first = made.close(enrollment, OCTOBER).getLast();
        life.voided(first.number(), "The prepayment was forgotten", operator);
        give("300");
        InvoiceRow again = life.rebill(first.number(), "With the prepayment", operator);
        assertThat(again.figures().prepayment()).isEqualTo("50.25");
        assertThat(again.figures().total()).isEqualTo("0.00");
    }

    @Test
    void anOpenMonthShowsWhatIsLeftForIt() {
        give("60");
        assertThat(september().againstCredits().value()).isEqualByComparingTo("60");
        assertThat(september().prepaid().applied()).isEqualByComparingTo("0");
    }

    @Test
    void aCreditNoteGivesThePrepaymentBackAndTheRestIsRefunded() {
        give("60");
        InvoiceRow invoice = made.close(enrollment, SEPTEMBER).getLast();
        life.credit(invoice.number(), null, "Outage", operator);
        assertThat(september().againstCredits().value()).isEqualByComparingTo("0");
        assertThat(september().refunded().value()).isEqualByComparingTo("87.00");
        assertThat(balances.months(enrollment.id(), admin).getFirst().ending()).isEqualTo("60.00");
    }

    private MonthCharges september() {
        return months().getFirst();
    }

    private List<MonthCharges> months() {
        return charges.byPeriod(enrollment.id(), LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1), admin);
    }

    private void give(String amount) {
        credits.give(
                enrollment.id(),
                new NewCredit(
                        CreditKind.PREPAYMENT, new BigDecimal(amount), LocalDate.of(2024, 1, 1), null, "For 2024"),
                operator);
    }

    private TestRow row(String cost, String publisher, String category) {
        return TestRow.of(
                enrollment, SEPTEMBER.start(), cost, "publisher_name", publisher, "charge_category", category);
    }
}
