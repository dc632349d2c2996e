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

@IntegrationTest
class PropertyControllerTest {

    @Autowired
    TestApi api;

    @Autowired
    TestTree tree;

    @Autowired
    TestPeople people;

    @Autowired
    Assignments assignments;

    @Test
    void whatWasReadIsHandedBackChangedAndAStaleReadingIsRefused() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        String path = "/api/v1/scopes/" + profile + "/properties";
        TestApi.Program owner = api.as(holding(Role.BILLING_PROFILE_OWNER, profile));
        owner.get(path).hasStatusOk().bodyJson().extractingPath("$.version").isEqualTo(0);

        String first = "{\"version\": 0, \"displayName\": \"Ours\", \"purchaseOrder\": \"PO-1\"}";
        owner.put(path, first)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(1);
        owner.put(path, "{\"version\": 0, \"displayName\": \"Mine\"}").hasStatus(409);
        owner.put(path, "{\"displayName\": \"Mine\"}").hasStatus(400);
        owner.get(path).bodyJson().extractingPath("$.purchaseOrder").isEqualTo("PO-1");
        owner.get(path).bodyJson().extractingPath("$.contract.status").isEqualTo("ACTIVE");
    }

    @Test
    void aReaderReadsAndChangesNothing() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        String path = "/api/v1/scopes/" + profile + "/properties";
        TestApi.Program reader = api.as(holding(Role.BILLING_PROFILE_READER, profile));
        reader.get(path).hasStatusOk();
        reader.put(path, "{\"version\": 0, \"displayName\": \"Mine\"}").hasStatus(404);
    }

    private Person holding(Role role, long scope) {
        Person person = people.somebody();
        assignments.assign(scope, person.username(), role, people.operator());
        return person;
    }
}
