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
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class InvoiceLifeTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    InvoiceLife life;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceDocuments documents;

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

    Person operator;
    Person owner;
    Scope profile;
    InvoiceRow invoice;

    @BeforeEach
    void anInvoiceOverAHundred() {
        operator = people.operator();
        profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        made.terms(profile, "tax_rate", new BigDecimal("0.25"));
        owner = made.with(Role.BILLING_PROFILE_OWNER, profile);
        invoice = made.issued(profile, SEPTEMBER, "80.004");
        assertThat(invoice.figures().total()).isEqualTo("100.00");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aSetOffIsRecordedOnBothInvoicesAndEachNamesTheOther() {
        InvoiceRow credit = made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 10)), "-30");
        assertThat(credit.figures().total()).isEqualTo("-37.50");
        InvoiceRow after = life.pay(invoice.number(), setOff(credit.number(), null), operator);
        assertThat(after.amountDue()).isEqualTo("62.50");
        assertThat(life.look(credit.number(), operator).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(life.story(invoice.number(), owner).payments())
                .extracting(paid -> paid.amount() + " " + paid.otherNumber())
                .containsExactly("37.50 " + credit.number());
        assertThat(life.story(credit.number(), owner).payments())
                .extracting(paid -> paid.amount() + " " + paid.otherNumber())
                .containsExactly("-37.50 " + invoice.number());
    }

    @Test
    void aSetOffNeedsAnotherInvoiceInTheCustomersFavourOfTheSameAccount() {
        InvoiceRow credit = made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 10)), "-30");
        Scope stranger = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        InvoiceRow strange = made.issued(stranger, SEPTEMBER, "-30");
        for (String wrong : new String[] {"", "F1999-000001", invoice.number(), strange.number()}) {
            assertThatThrownBy(() -> life.pay(invoice.number(), setOff(wrong, null), operator))
                    .isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> life.pay(invoice.number(), setOff(credit.number(), "37.51"), operator))
                .isInstanceOf(Problem.class);
        assertThat(life.pay(credit.number(), setOff(invoice.number(), "-10.00"), operator)
                        .amountDue())
                .isEqualTo("-27.50");
        assertThat(life.look(invoice.number(), operator).amountDue()).isEqualTo("90.00");
    }

    @Test
    void theDueDayIsNotOverdueYetWhateverTheZoneOfTheReader() {
        clock.setTo(invoice.dueDate().atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
        assertThat(invoices.get(invoice.number(), owner).row().status()).isEqualTo(InvoiceStatus.DUE);
        assertThat(life.look(invoice.number(), operator).status()).isEqualTo(InvoiceStatus.DUE);
        clock.setTo(invoice.dueDate().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(invoices.get(invoice.number(), owner).row().status()).isEqualTo(InvoiceStatus.OVERDUE);
    }

    /** A sign beyond the 300 of a line is cut off whole, not in half. */
    @Test
    void aReasonMayBeLongAndOfAnySigns() {
        InvoiceRow note =
                life.credit(invoice.number(), BigDecimal.ONE, "x".repeat(299) + "\ud83d\ude80 and more", operator);
        assertThat(invoices.get(note.number(), owner).lines().getFirst().serviceName())
                .isEqualTo("x".repeat(299));
    }

    @Test
    void nothingIsPaidTomorrow() {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        assertThatThrownBy(() -> life.pay(invoice.number(), new NewPayment(tomorrow, null, null, null), operator))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo("problem.invoice.pay-date"));
        assertThat(life.pay(invoice.number(), new NewPayment(tomorrow.minusDays(1), null, null, null), operator)
                        .status())
                .isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void whatIsStillToBePaidOutIsNotPaid() {
        pay("100.00");
        InvoiceRow note = life.credit(invoice.number(), new BigDecimal("8"), "Outage", operator);
        assertThat(note.amountDue()).isEqualTo("-10.00");
        assertThat(note.status()).isEqualTo(InvoiceStatus.CREDIT);
        InvoiceRow part = life.pay(note.number(), new NewPayment(null, new BigDecimal("-4.00"), null, null), operator);
        assertThat(part.status()).isEqualTo(InvoiceStatus.CREDIT);
        assertThat(part.amountDue()).isEqualTo("-6.00");
    }

    @Test
    void aSetOffStaysWithinOneCurrency() {
        InvoiceRow credit = made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 10)), "-30");
        jdbc.sql("update invoice set currency = 'CHF' where number = :number")
                .param("number", credit.number())
                .update();
        assertThatThrownBy(() -> life.pay(invoice.number(), setOff(credit.number(), null), operator))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo("problem.invoice.set-off"));
        jdbc.sql("update invoice set currency = 'USD' where number = :number")
                .param("number", credit.number())
                .update();
    }

    private static NewPayment setOff(String other, @Nullable String amount) {
        return new NewPayment(null, amount == null ? null : new BigDecimal(amount), PaymentMethod.SETTLEMENT, other);
    }

    @Test
    void isDueAndOverdueByTheClockAlone() {
        assertThat(invoices.get(invoice.number(), owner).row().status()).isEqualTo(InvoiceStatus.DUE);
        clock.advance(Duration.ofDays(31));
        assertThat(invoices.get(invoice.number(), owner).row().status()).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(pay("100.00").status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(pay(null, "problem.invoice.nothing-due")).isTrue();
    }

    @Test
    void isPaidInParts() {
        assertThat(pay("40.00").amountDue()).isEqualTo("60.00");
        assertThat(pay("60.01", "problem.invoice.pay-amount")).isTrue();
        assertThat(pay("-1", "problem.invoice.pay-amount")).isTrue();
        assertThat(pay("0.001", "problem.invoice.digits")).isTrue();
        NewPayment tooMuch = new NewPayment(null, new BigDecimal("60.01"), null, null);
        assertThatThrownBy(() -> life.pay(invoice.number(), tooMuch, operator))
                .hasMessageContaining("60.01 USD")
                .hasMessageEndingWith("60.00 USD.");
        InvoiceRow rest = life.pay(invoice.number(), new NewPayment(null, null, PaymentMethod.CARD, "R-1"), operator);
        assertThat(rest.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(rest.figures()).isEqualTo(invoice.figures());
        assertThat(life.story(invoice.number(), owner).payments())
                .extracting(payment -> payment.amount().toPlainString(), Payment::method)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("40.00", PaymentMethod.BANK_TRANSFER),
                        org.assertj.core.groups.Tuple.tuple("60.00", PaymentMethod.CARD));
    }

    @Test
    void isVoidedAndBilledAgainEachKnowingTheOther() throws Exception {
        byte[] printed = pdf(invoice.number());
        life.voided(invoice.number(), "Wrong address", operator);
        assertThat(invoices.get(invoice.number(), owner).row().status()).isEqualTo(InvoiceStatus.VOID);

        InvoiceRow fresh = life.rebill(invoice.number(), "Right address", operator);

        assertThat(fresh.number()).isNotEqualTo(invoice.number());
        assertThat(fresh.figures()).isEqualTo(invoice.figures());
        assertThat(life.story(invoice.number(), owner).replacedBy()).isEqualTo(fresh.number());
        assertThat(life.story(fresh.number(), owner).rebillOf()).isEqualTo(invoice.number());
        assertThat(invoices.get(fresh.number(), owner).rebillOf()).isEqualTo(invoice.number());
        assertThat(pdf(invoice.number())).isEqualTo(printed);
        assertThatThrownBy(() -> life.rebill(invoice.number(), "Again", operator))
                .isInstanceOf(Problem.class);
        assertThat(life.story(invoice.number(), owner).events())
                .extracting(InvoiceEvent::kind)
                .containsExactly(InvoiceEvent.Kind.VOIDED, InvoiceEvent.Kind.REBILLED);
    }

    @Test
    void isNotVoidedOnceSomethingWasPaid() {
        pay("1.00");
        assertThatThrownBy(() -> life.voided(invoice.number(), "Too late", operator))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aCreditNoteOverAllOfItMirrorsIt() throws Exception {
        byte[] printed = pdf(invoice.number());
        pay("30.00");

        InvoiceRow note = life.credit(invoice.number(), null, "Outage", operator);

        assertThat(note.documentType()).isEqualTo(DocumentType.CREDIT_NOTE);
        assertThat(note.figures().total()).isEqualTo("-100.00");
        assertThat(invoices.get(note.number(), owner).lines())
                .extracting(line -> line.amount().toPlainString())
                .containsExactly("-80.00");
        assertThat(invoices.get(note.number(), owner).creditFor()).isEqualTo(invoice.number());
        assertThat(invoices.get(invoice.number(), owner).row().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(note.amountDue()).as("paid out still").isEqualTo("-30.00");
        assertThat(life.story(invoice.number(), owner).creditNotes()).containsExactly(note.number());
        assertThat(pdf(invoice.number())).isEqualTo(printed);

        InvoiceRow paidOut = life.pay(note.number(), new NewPayment(null, null, null, null), operator);
        assertThat(paidOut.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(life.rebill(invoice.number(), "Right this time", operator).figures())
                .isEqualTo(invoice.figures());
    }

    @Test
    void partsAreCreditedUntilNothingIsLeftAndTheTaxFollowsToTheCent() {
        InvoiceRow first = credit("26.67");
        InvoiceRow second = credit("26.67");
        InvoiceRow rest = life.credit(invoice.number(), null, "The rest", operator);
        assertThat(first.figures().total()).isEqualTo("-33.34");
        assertThat(first.figures()
                        .total()
                        .add(second.figures().total())
                        .add(rest.figures().total()))
                .isEqualTo("-100.00");
        assertThatThrownBy(() -> credit("0.01")).isInstanceOf(Problem.class);
    }

    @Test
    void onlyTheOperatorDoesAnyOfIt() {
        NewPayment payment = new NewPayment(null, null, null, null);
        assertThatThrownBy(() -> life.pay(invoice.number(), payment, owner)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> life.voided(invoice.number(), "x", owner)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> life.credit(invoice.number(), null, "x", owner))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> life.rebill(invoice.number(), "x", owner)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> life.story(invoice.number(), people.somebody()))
                .isInstanceOf(Problem.class);
        assertThat(invoices.get(invoice.number(), owner).row().amountDue()).isEqualTo("100.00");
    }

    private InvoiceRow credit(String amount) {
        return life.credit(invoice.number(), new BigDecimal(amount), "Part", operator);
    }

    private InvoiceRow pay(String amount) {
        return life.pay(invoice.number(), new NewPayment(null, new BigDecimal(amount), null, null), operator);
    }

    private boolean pay(@Nullable String amount, String problem) {
        NewPayment payment = new NewPayment(null, amount == null ? null : new BigDecimal(amount), null, null);
        assertThatThrownBy(() -> life.pay(invoice.number(), payment, operator))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo(problem));
        return true;
    }

    private byte[] pdf(String number) throws Exception {
        return Files.readAllBytes(
                documents.open(number, InvoiceDocuments.PDF, null, owner).path());
    }
}
