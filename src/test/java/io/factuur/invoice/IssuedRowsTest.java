package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of a list never hides what has happened since it was read. */
@IntegrationTest
class IssuedRowsTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2024, 9);

    @Autowired
    Invoices invoices;

    @Autowired
    IssuedRows issued;

    @Autowired
    InvoiceReader reader;

    @Autowired
    InvoiceLife life;

    @Autowired
    Assignments assignments;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    Scope profile;
    Person reads;
    InvoiceRow invoice;

    @BeforeEach
    void anInvoice() {
        profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        reads = made.with(Role.BILLING_PROFILE_READER, profile);
        invoice = made.issued(profile, BillingPeriod.month(SEPTEMBER), "80.004");
        assertThat(listed()).singleElement().extracting(InvoiceRow::status).isEqualTo(InvoiceStatus.DUE);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aPaymentIsSeenAtOnce() {
        life.pay(invoice.number(), new NewPayment(null, BigDecimal.ONE, PaymentMethod.CARD, "R"), people.operator());
        InvoiceRow paid = listed().getFirst();
        assertThat(paid.amountDue()).isEqualTo("79.00");
        assertThat(paid).isEqualTo(invoices.row(invoice.number(), reads));
    }

    @Test
    void anInvoiceBecomesOverdueByTheClock() {
        clock.advance(Duration.ofDays(31));
        assertThat(listed()).singleElement().extracting(InvoiceRow::status).isEqualTo(InvoiceStatus.OVERDUE);
    }

    @Test
    void aRightThatIsGoneIsGone() {
        Person operator = people.operator();
        assignments
                .at(profile.id(), 0, 10, operator)
                .forEach(held -> assignments.remove(profile.id(), held.id(), operator));
        assertThatThrownBy(this::listed).isInstanceOf(Problem.class);
        assertThat(invoices.list(InvoiceFilter.ALL, Long.MAX_VALUE, 10, reads)).isEmpty();
    }

    @Test
    void laterInvoicesComeFirstAndAllAreAsTheDatabaseHasThem() {
        for (int i = 1; i <= 5; i++) {
            made.issued(profile, BillingPeriod.month(SEPTEMBER.plusMonths(i)), i % 2 == 0 ? "-7.5" : "100" + i);
        }
        List<InvoiceRow> stored = reader.rows("i.scope_id = :scope order by i.id desc", Map.of("scope", profile.id()));
        assertThat(stored).hasSize(6);
        assertThat(listed()).isEqualTo(stored);
        assertThat(listed()).isEqualTo(stored);
        assertThat(invoices.list(InvoiceFilter.ALL, Long.MAX_VALUE, 3, reads)).isEqualTo(stored.subList(0, 3));
    }

    /** A key that is given back is given to another invoice. */
    @Test
    void whatIsReadBeforeItIsCommittedIsNotKept() {
        String where = "i.scope_id = :scope order by i.id";
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Scope other = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        made.used(other, BillingPeriod.month(SEPTEMBER), "5");
        InvoiceRow undone = transaction.execute(status -> {
            status.setRollbackOnly();
            made.close(other, BillingPeriod.month(SEPTEMBER));
            return issued.rows(where, Map.of("scope", other.id())).getFirst();
        });
        InvoiceRow kept = made.issued(other, BillingPeriod.month(SEPTEMBER.plusMonths(1)), "6");
        assertThat(kept.id()).isEqualTo(undone.id());
        assertThat(issued.rows(where, Map.of("scope", other.id()))).containsExactly(kept);
    }

    private List<InvoiceRow> listed() {
        return invoices.list(InvoiceFilter.at(profile.id()), Long.MAX_VALUE, 10, reads);
    }
}
