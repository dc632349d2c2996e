package io.factuur.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ScopePropertiesTest {

    @Autowired
    ScopeProperties properties;

    @Autowired
    Assignments assignments;

    @Autowired
    TestPeople people;

    @Autowired
    TestTree tree;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anInvoiceTakesEachItemFromTheNearestScopeThatHasIt() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        long bare = tree.child(account, ScopeKind.BILLING_PROFILE);
        address(account, "BILL_TO", "Account street 1");
        address(account, "SOLD_TO", "Sold street 1");
        address(profile, "BILL_TO", "Profile street 2");
        jdbc.sql("insert into scope_properties (scope_id, purchase_order, tax_id, payment_days) values (?, ?, ?, 14)")
                .params(account, "PO-account", "NL001")
                .update();
        jdbc.sql("insert into scope_properties (scope_id, purchase_order) values (?, ?)")
                .params(profile, "PO-profile")
                .update();

        BillingDetails details = properties.billing(profile);
        assertThat(details.billTo()).extracting(Address::line1).isEqualTo("Profile street 2");
        assertThat(details.soldTo()).extracting(Address::line1).isEqualTo("Sold street 1");
        assertThat(details.purchaseOrder()).isEqualTo("PO-profile");
        assertThat(details.taxId()).isEqualTo("NL001");
        assertThat(details.terms().paymentDays()).isEqualTo(14);
        assertThat(properties.billing(bare).billTo()).extracting(Address::line1).isEqualTo("Account street 1");
    }

    @Test
    void aChangeIsKeptAndWrittenDownWithBeforeAndAfter() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person owner = people.somebody();
        assignments.assign(profile, owner.username(), Role.BILLING_PROFILE_OWNER, people.operator());
        Properties before = properties.get(profile, owner);
        Address street = new Address(null, " Street 1 ", null, null, "Utrecht", "3511 ab", null, "nl");
        properties.change(profile, with(before, "PO-7", street), owner);
        Properties after = properties.get(profile, owner);
        assertThat(after.purchaseOrder()).isEqualTo("PO-7");
        assertThat(after.billTo())
                .isEqualTo(new Address(null, "Street 1", null, null, "Utrecht", "3511 AB", null, "NL"));
        assertThat(jdbc.sql("select detail from audit_entry where scope_id = ? and action = 'properties.change'")
                        .param(profile)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .anyMatch(detail -> detail.contains("PURCHASE_ORDER") && detail.contains("PO-7"));
        properties.change(profile, after, owner);
        assertThat(jdbc.sql("select count(*) from audit_entry where scope_id = ? and action = 'properties.change'")
                        .param(profile)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anAddressMustFitItsCountry() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person operator = people.operator();
        Properties before = properties.get(profile, operator);
        for (Address wrong : List.of(
                new Address(null, "Street 1", null, null, "Utrecht", "12345", null, "NL"),
                new Address(null, "Street 1", null, null, "Utrecht", "3511 AB", null, "Holland"),
                new Address(null, "Street 1", null, null, "Seattle", "98101", null, "US"),
                new Address(null, "Street 1", null, null, "", "3511 AB", null, "NL"))) {
            assertThatThrownBy(() -> properties.change(profile, with(before, null, wrong), operator))
                    .isInstanceOf(Problem.class);
        }
        assertThat(properties.get(profile, operator).billTo()).isNull();
    }

    @Test
    void whoMayNotChangeItFindsNothingAndTheContractIsTheOperators() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person reader = people.somebody();
        Person owner = people.somebody();
        assignments.assign(profile, reader.username(), Role.BILLING_PROFILE_READER, people.operator());
        assignments.assign(profile, owner.username(), Role.BILLING_PROFILE_OWNER, people.operator());
        Properties before = properties.get(profile, reader);
        assertThatThrownBy(() -> properties.change(profile, with(before, "PO-8", null), reader))
                .isInstanceOf(Problem.class);
        Properties free = new Properties(
                before.displayName(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                before.enrollment(),
                before.sold(),
                new Terms(BigDecimal.ZERO, 365, null),
                before.status(),
                before.version());
        assertThatThrownBy(() -> properties.change(profile, free, owner)).isInstanceOf(Problem.class);
        assertThat(properties.get(profile, owner)).isEqualTo(before);
    }

    @Test
    void aChangeFromAStaleLookIsRefusedAndLosesNobodysWork() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person operator = people.operator();
        Properties seenByBoth = properties.get(profile, operator);
        properties.change(profile, with(seenByBoth, "PO-first", null), operator);
        assertThatThrownBy(() -> properties.change(profile, with(seenByBoth, "PO-second", null), operator))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
                    assertThat(problem.key()).isEqualTo("problem.properties.changed-since");
                });
        Properties kept = properties.get(profile, operator);
        assertThat(kept.purchaseOrder()).isEqualTo("PO-first");
        assertThat(properties
                        .change(profile, with(kept, "PO-second", null), operator)
                        .purchaseOrder())
                .isEqualTo("PO-second");
    }

    private static Properties with(Properties before, @Nullable String order, @Nullable Address billTo) {
        return new Properties(
                before.displayName(),
                billTo,
                before.soldTo(),
                before.shipTo(),
                order,
                before.taxId(),
                before.contactEmail(),
                before.costCenter(),
                before.enrollment(),
                before.sold(),
                before.terms(),
                before.status(),
                before.version());
    }

    private void address(long scope, String purpose, String street) {
        jdbc.sql(
                        "insert into scope_address (scope_id, purpose, line1, city, country) values (?, ?, ?, 'Utrecht', 'NL')")
                .params(scope, purpose, street)
                .update();
    }
}
