package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.TestUsage;
import io.factuur.usage.TestUsage.TestRow;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What others sold is put right by itself: the invoice beside it, of the same period, is left alone. */
@IntegrationTest
@TestPropertySource(properties = "factuur.issuer.own-publishers=Microsoft")
class MarketplaceInvoiceTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    TestScopes scopes;

    @Autowired
    TestUsage usage;

    @Autowired
    TestInvoices made;

    @Autowired
    TestPeople people;

    @Autowired
    InvoiceLife life;

    @Autowired
    Invoices invoices;

    @Autowired
    Proofs proofs;

    private Person operator;
    private Person administrator;
    private InvoiceRow services;
    private InvoiceRow marketplace;

    @BeforeEach
    void twoInvoicesOfOnePeriod() {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-08-01");
        operator = people.operator();
        administrator = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        usage.deliver(
                subscription,
                subscription,
                SEPTEMBER.start(),
                SEPTEMBER.end(),
                List.of(
                        TestRow.of(subscription, SEPTEMBER.start(), "10.10", "publisher_name", "Microsoft"),
                        TestRow.of(subscription, SEPTEMBER.start(), "5.55", "publisher_name", "Contoso")));
        List<InvoiceRow> both = made.close(subscription, SEPTEMBER);
        services = of(InvoiceType.SERVICES, both);
        marketplace = of(InvoiceType.MARKETPLACE, both);
    }

    @Test
    void voidAndBilledAgainItHoldsWhatOthersSoldAndNothingElse() {
        life.voided(marketplace.number(), "Wrong", operator);

        InvoiceRow fresh = life.rebill(marketplace.number(), "Right", operator);

        assertThat(fresh.type()).isEqualTo(InvoiceType.MARKETPLACE);
        assertThat(fresh.figures()).isEqualTo(marketplace.figures());
        assertThat(fresh.figures().charges()).isEqualByComparingTo("5.55");
        assertThat(proofs.of(fresh.number(), administrator).holds()).isTrue();
        assertThat(proofs.of(fresh.number(), administrator).rows()).isEqualTo(1);
        assertTheOtherIsAsItWas();
    }

    @Test
    void creditedItGivesBackWhatOthersSoldAndNothingElse() {
        InvoiceRow note = life.credit(marketplace.number(), null, "Not used", operator);

        assertThat(note.type()).isEqualTo(InvoiceType.MARKETPLACE);
        assertThat(note.figures().total())
                .isEqualByComparingTo(marketplace.figures().total().negate());
        assertTheOtherIsAsItWas();
    }

    private void assertTheOtherIsAsItWas() {
        InvoiceRow now = invoices.get(services.number(), administrator).row();
        assertThat(now.figures()).isEqualTo(services.figures());
        assertThat(now.figures().charges()).isEqualByComparingTo("10.10");
        assertThat(now.amountDue()).isEqualByComparingTo(services.amountDue());
        assertThat(life.story(services.number(), administrator).replacedBy()).isNull();
    }

    private static InvoiceRow of(InvoiceType type, List<InvoiceRow> made) {
        return made.stream().filter(row -> row.type() == type).findFirst().orElseThrow();
    }
}
