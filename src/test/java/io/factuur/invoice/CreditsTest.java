package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CreditsTest {

    @Autowired
    Credits credits;

    @Autowired
    CreditBalances balances;

    @Autowired
    InvoiceLife life;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    Scope enrollment;
    Person operator;
    Person admin;

    @BeforeEach
    void anEnrollmentWithAPrepayment() {
        enrollment = scopes.account(AgreementType.EA);
        operator = people.operator();
        admin = made.with(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        give("25.00");
    }

    @Test
    void aPrepaymentIsUsedUpMonthByMonthAndThenTheRestIsCharged() {
        made.used(enrollment, month(7), "10.004");
        assertThat(made.close(enrollment, month(7))).isEmpty();
        assertThat(remaining()).isEqualByComparingTo("15");
        InvoiceRow second = made.issued(enrollment, month(8), "20");
        assertThat(second.figures().prepayment()).isEqualTo("15.00");
        assertThat(second.figures().total()).isEqualTo("5.00");
        assertThat(made.issued(enrollment, month(9), "1").figures().total()).isEqualTo("1.00");
        assertThat(remaining()).isEqualByComparingTo("0");
    }

    @Test
    void whatAVoidInvoiceTookIsThereAgain() {
        made.used(enrollment, month(7), "10");
        made.close(enrollment, month(7));
        assertThat(remaining()).isEqualByComparingTo("15");
        InvoiceRow due = made.issued(enrollment, month(8), "40");
        life.voided(due.number(), "Wrong", operator);
        assertThat(remaining()).isEqualByComparingTo("15");
        InvoiceRow fresh = life.rebill(due.number(), "Right", operator);
        assertThat(fresh.figures()).isEqualTo(due.figures());
        assertThat(remaining()).isEqualByComparingTo("0");
    }

    @Test
    void theOperatorPutsACreditRightAndAllOfItIsRemembered() {
        made.used(enrollment, month(7), "10");
        made.close(enrollment, month(7));
        long id = credits.of(enrollment.id(), admin).getFirst().id();
        credits.adjust(enrollment.id(), id, new BigDecimal("-5"), "Ordered less", operator);
        assertThat(remaining()).isEqualTo("10.00");
        assertThat(balances.history(enrollment.id(), admin))
                .extracting(entry -> entry.kind() + " " + entry.amount() + " " + entry.reason())
                .containsExactly("ADJUSTED -5.00 Ordered less", "APPLIED -10.00 ", "GIVEN 25.00 For 2024");
        assertThat(balances.months(enrollment.id(), admin).getFirst().ending()).isEqualTo("10.00");

        assertThatThrownBy(() -> credits.adjust(enrollment.id(), id, new BigDecimal("-10.01"), "Too much", operator))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> credits.adjust(enrollment.id(), id, BigDecimal.ONE, " ", operator))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> credits.adjust(enrollment.id(), id, BigDecimal.ONE, "Mine", admin))
                .isInstanceOf(Problem.class);
        Scope other = scopes.account(AgreementType.EA);
        assertThatThrownBy(() -> credits.adjust(other.id(), id, BigDecimal.ONE, "Elsewhere", operator))
                .isInstanceOf(Problem.class);
    }

    @Test
    void balancesAreForWhoeverMayDownloadThemAndThePlacesForTheOperator() {
        Person readOnly = made.with(Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY, enrollment);
        assertThat(credits.of(enrollment.id(), readOnly)).hasSize(1);
        assertThatThrownBy(() -> balances.months(enrollment.id(), people.somebody()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> balances.history(enrollment.id(), people.somebody()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> balances.places("", false, 0, 10, admin)).isInstanceOf(Problem.class);
        assertThat(balances.places(enrollment.externalId(), true, 0, 10, operator))
                .singleElement()
                .satisfies(place -> assertThat(place.left().value()).isEqualByComparingTo("25"));
    }

    @Test
    void onlyTheOperatorGivesAndOnlyWhoSeesInvoicesLooks() {
        assertThatThrownBy(() -> credits.give(enrollment.id(), credit("1"), admin))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> credits.of(enrollment.id(), people.somebody())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> give("0")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> give("0.001")).isInstanceOf(Problem.class);
    }

    private void give(String amount) {
        credits.give(enrollment.id(), credit(amount), operator);
    }

    @Test
    void whatAWhollyCreditedInvoiceTookIsThereAgainAndTheNoteMirrorsIt() {
        InvoiceRow due = made.issued(enrollment, month(7), "40");
        assertThat(remaining()).isEqualByComparingTo("0");
        InvoiceRow note = life.credit(due.number(), null, "Wrong", operator);
        assertThat(remaining()).isEqualByComparingTo("25");
        assertThat(note.figures().charges()).isEqualTo("-40.00");
        assertThat(note.figures().prepayment()).isEqualTo("-25.00");
        assertThat(note.figures().subtotal())
                .isEqualByComparingTo(
                        note.figures().charges().subtract(note.figures().credits()))
                .isEqualByComparingTo("-15");
        assertThat(life.rebill(due.number(), "Right", operator).figures()).isEqualTo(due.figures());
    }

    @Test
    void aNoteGivesBackEachKindOfCreditInItsOwnFigure() {
        for (CreditKind kind : CreditKind.values()) {
            credits.give(
                    enrollment.id(),
                    new NewCredit(kind, BigDecimal.ONE, LocalDate.of(2024, 1, 1), null, "Given"),
                    operator);
        }
        InvoiceRow due = made.issued(enrollment, month(7), "40");
        Figures note = life.credit(due.number(), null, "Wrong", operator).figures();
        assertThat(note.prepayment()).isEqualTo("-26.00");
        assertThat(note.credit()).isEqualTo("-1.00");
        assertThat(note.freeCredit()).isEqualTo("-1.00");
    }

    @Test
    void aPartlyCreditedInvoiceKeepsWhatItTook() {
        InvoiceRow due = made.issued(enrollment, month(7), "40");
        life.credit(due.number(), new BigDecimal("5"), "Outage", operator);
        assertThat(remaining()).isEqualByComparingTo("0");
    }

    private static NewCredit credit(String amount) {
        return new NewCredit(CreditKind.PREPAYMENT, new BigDecimal(amount), LocalDate.of(2024, 1, 1), null, "For 2024");
    }

    private BigDecimal remaining() {
        return credits.of(enrollment.id(), admin).getFirst().remaining();
    }

    private static BillingPeriod month(int month) {
        return BillingPeriod.month(YearMonth.of(2024, month));
    }
}
