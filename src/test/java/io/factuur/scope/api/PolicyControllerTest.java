package io.factuur.scope.api;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class PolicyControllerTest {

    @Autowired
    TestApi api;

    @Autowired
    TestTree tree;

    @Autowired
    TestPeople people;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theEnterpriseAdministratorSetsTheViewPoliciesAndTheOperatorTheDownload() {
        long account = tree.account(AgreementType.EA);
        Person administrator = holding(Role.ENTERPRISE_ADMINISTRATOR, account);
        String path = path(account);

        same(administrator, path, false, false, false);
        api.as(administrator)
                .patch(path, "{\"departmentAdminViewCharges\": true}")
                .hasStatus(200);
        api.as(administrator).patch(path, "{\"invoiceDownload\": true}").hasStatus(404);
        api.as(people.operator()).patch(path, "{\"invoiceDownload\": true}").hasStatus(200);
        same(administrator, path, true, false, true);
        api.as(administrator).patch(path, "{\"accessToInvoice\": true}").hasStatus(400);
    }

    @Test
    void theReadOnlyAdministratorChangesNothing() {
        long account = tree.account(AgreementType.EA);
        Person readOnly = holding(Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY, account);
        api.as(readOnly)
                .patch(path(account), "{\"departmentAdminViewCharges\": true}")
                .hasStatus(404);
        same(readOnly, path(account), false, false, false);
    }

    @Test
    void accessToInvoiceIsTheAccountAdministratorsAndUselessForASupportPlan() {
        long account = tree.account(AgreementType.MOSP);
        long subscription = tree.child(account, ScopeKind.SUBSCRIPTION);
        long support = tree.child(account, ScopeKind.SUBSCRIPTION);
        jdbc.sql("insert into scope_properties (scope_id, offer) values (?, 'SUPPORT_PLAN')")
                .param(support)
                .update();
        Person administrator = holding(Role.ACCOUNT_ADMINISTRATOR, account);
        Person owner = holding(Role.SUBSCRIPTION_OWNER, subscription);

        api.as(owner).patch(path(subscription), "{\"accessToInvoice\": true}").hasStatus(404);
        api.as(administrator)
                .patch(path(subscription), "{\"accessToInvoice\": true}")
                .hasStatus(200)
                .bodyJson()
                .isLenientlyEqualTo("{\"accessToInvoice\": true}");
        api.as(administrator)
                .patch(path(support), "{\"accessToInvoice\": true}")
                .hasStatus(409);
        api.as(administrator).get(path(account)).hasStatus(200).bodyJson().isStrictlyEqualTo("{}");
    }

    private void same(Person person, String path, boolean department, boolean owner, boolean download) {
        api.as(person).get(path).hasStatus(200).bodyJson().isStrictlyEqualTo("""
                {"departmentAdminViewCharges": %s, "accountOwnerViewCharges": %s, "invoiceDownload": %s}
                """.formatted(
                        department, owner, download));
    }

    private static String path(long scope) {
        return "/api/v1/scopes/" + scope + "/policies";
    }

    private Person holding(Role role, long scope) {
        Person person = people.somebody();
        assignments.assign(scope, person.username(), role, people.operator());
        return person;
    }
}
