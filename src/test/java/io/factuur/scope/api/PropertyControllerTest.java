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
import java.util.Map;
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
    void tagsAndTheRegistrationNumberGoInAndOutAndOwnersAreNamed() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        String path = "/api/v1/scopes/" + profile + "/properties";
        TestApi.Program owner = api.as(holding(Role.BILLING_PROFILE_OWNER, profile));
        owner.get(path).bodyJson().extractingPath("$.tags").isEqualTo(Map.of());
        String tagged = "{\"version\": 0, \"displayName\": \"Ours\", \"tags\": {\"Team\": \"Blue\", \"Old\": null}}";
        owner.put(path, tagged)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.tags.Team")
                .isEqualTo("Blue");
        owner.get(path).bodyJson().extractingPath("$.tags.Old").isEqualTo("");
        owner.put(path, "{\"version\": 1, \"displayName\": \"Ours\", \"registrationNumber\": \"1\"}")
                .hasStatus(400);
        owner.put(path, "{\"version\": 1, \"displayName\": \"Ours\", \"tags\": {\"a?\": \"\"}}")
                .hasStatus(400);

        long account = tree.child(tree.account(AgreementType.EA), ScopeKind.ENROLLMENT_ACCOUNT);
        Person held = holding(Role.ACCOUNT_OWNER, account);
        api.as(held)
                .get("/api/v1/scopes/" + account + "/properties")
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.owners[0].user")
                .isEqualTo(held.username());
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
