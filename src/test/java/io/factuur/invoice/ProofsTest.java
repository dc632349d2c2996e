package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
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
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ProofsTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    Proofs proofs;

    @Autowired
    InvoiceLife life;

    @Autowired
    Credits credits;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    Scope profile;
    Person reader;

    @BeforeEach
    void aProfileWithTax() {
        profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        made.terms(profile, "tax_rate", new BigDecimal("0.21"));
        reader = made.with(Role.BILLING_PROFILE_READER, profile);
    }

    @Test
    void bridgesFromTheRowsToTheTotalToTheLastDigit() {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "18.00663861840", "0.000000000000000001", "3");

        Proof proof = proofs.of(invoice.number(), reader);

        assertThat(proof.holds()).isTrue();
        assertThat(proof.rows()).isEqualTo(3);
        assertThat(step(proof, "USAGE")).isEqualByComparingTo("21.006638618400000001");
        assertThat(step(proof, "ROUNDING")).isEqualByComparingTo("0.003361381599999999");
        assertThat(step(proof, "CHARGES")).isEqualByComparingTo("21.01");
        assertThat(step(proof, "TAX")).isEqualByComparingTo("4.41");
        assertThat(step(proof, "TOTAL")).isEqualByComparingTo("25.42");
        assertThat(proof.steps()).extracting(Proof.Step::code).doesNotContain("LATE_USAGE", "CREDIT");
    }

    @Test
    void lateUsageIsAStepOfItsOwn() {
        made.used(profile, SEPTEMBER, "10.001");
        made.used(profile, SEPTEMBER, "0.003");
        jdbc.sql("""
                update usage_delivery set late_from = date '2024-08-01'
                where invoiced_scope_id = :scope and billed_cost = 0.003
                """).param("scope", profile.id()).update();
        Proof proof = proofs.of(made.close(profile, SEPTEMBER).getFirst().number(), reader);
        assertThat(proof.holds()).isTrue();
        assertThat(step(proof, "USAGE")).isEqualByComparingTo("10.001");
        assertThat(step(proof, "LATE_USAGE")).isEqualByComparingTo("0.003");
        assertThat(step(proof, "CHARGES")).isEqualByComparingTo("10.00");
    }

    @Test
    void aRowThatWasTamperedWithDoesNotHold() {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "10");
        jdbc.sql("update usage_row set cost = 9.99 where scope_id = :scope")
                .param("scope", profile.id())
                .update();
        Proof proof = proofs.of(invoice.number(), reader);
        assertThat(proof.holds()).isFalse();
        assertThat(proof.steps().stream().filter(step -> !step.agrees()))
                .extracting(Proof.Step::code)
                .contains("USAGE", "CHARGES", "TOTAL");
    }

    @Test
    void aCreditNotePointsToItsInvoiceAndAStrangerGetsNothing() {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "10");
        InvoiceRow note = life.credit(invoice.number(), null, "Outage", people.operator());
        assertThatThrownBy(() -> proofs.of(note.number(), reader)).isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.key()).isEqualTo("problem.proof.credit-note");
            assertThat(refused.arguments()).contains(invoice.number());
        });
        assertThatThrownBy(() -> proofs.of(invoice.number(), people.somebody())).isInstanceOf(Problem.class);
    }

    @Test
    void creditsAreStepsOfTheirOwn() {
        for (CreditKind kind : CreditKind.values()) {
            credits.give(
                    profile.id(),
                    new NewCredit(kind, BigDecimal.ONE, SEPTEMBER.start(), null, "Given"),
                    people.operator());
        }
        Proof proof = proofs.of(made.issued(profile, SEPTEMBER, "10.005").number(), reader);
        assertThat(proof.holds()).isTrue();
        assertThat(step(proof, "CHARGES")).isEqualByComparingTo("10.01");
        assertThat(step(proof, "PREPAYMENT")).isEqualByComparingTo("-1");
        assertThat(step(proof, "CREDIT")).isEqualByComparingTo("-1");
        assertThat(step(proof, "FREE_CREDIT")).isEqualByComparingTo("-1");
        assertThat(step(proof, "SUBTOTAL")).isEqualByComparingTo("7.01");
        assertThat(step(proof, "TAX")).isEqualByComparingTo("1.47");
        assertAddsUp(proof);
    }

    /** Half a cent goes up, however even the cent before it. */
    @Test
    void halfACentIsBridgedUpwards() {
        Proof proof = proofs.of(made.issued(profile, SEPTEMBER, "10.025").number(), reader);
        assertThat(proof.holds()).isTrue();
        assertThat(step(proof, "CHARGES")).isEqualByComparingTo("10.03");
        assertAddsUp(proof);
    }

    @Test
    void aLineThatWasTamperedWithDoesNotHold() {
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "10");
        jdbc.sql("update invoice_line set amount = 9.99 where invoice_id = :id")
                .param("id", invoice.id())
                .update();
        Proof proof = proofs.of(invoice.number(), reader);
        assertThat(proof.holds()).isFalse();
        assertThat(proof.steps().stream().filter(step -> !step.agrees()))
                .extracting(Proof.Step::code)
                .containsExactly("LINES");
        jdbc.sql("update invoice_line set amount = 10 where invoice_id = :id")
                .param("id", invoice.id())
                .update();
    }

    /** What is no sum adds up to the sum below it: nothing is left out of the bridge. */
    private static void assertAddsUp(Proof proof) {
        BigDecimal so = BigDecimal.ZERO;
        for (Proof.Step step : proof.steps()) {
            if (step.sum()) {
                assertThat(so).as(step.code()).isEqualByComparingTo(step.computed());
            } else {
                so = so.add(step.computed());
            }
        }
    }

    private static BigDecimal step(Proof proof, String code) {
        return proof.steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow()
                .computed();
    }
}
