package io.factuur.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestTree;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ScopePropertiesTest {

    @Autowired
    ScopeProperties properties;

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

    private void address(long scope, String purpose, String street) {
        jdbc.sql(
                        "insert into scope_address (scope_id, purpose, line1, city, country) values (?, ?, ?, 'Utrecht', 'NL')")
                .params(scope, purpose, street)
                .update();
    }
}
