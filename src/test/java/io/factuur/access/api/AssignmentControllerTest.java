package io.factuur.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class AssignmentControllerTest {

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
    void theOperatorGivesTheFirstOwnerWhoGivesTheNext() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        Person operator = people.operator();
        Person owner = people.somebody();
        Person reader = people.somebody();

        api.as(operator)
                .post("/api/v1/scopes/" + account + "/assignments", body(owner, "BILLING_ACCOUNT_OWNER"))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("$.user", user -> user.assertThat().isEqualTo(owner.username()))
                .hasPathSatisfying("$.inheritedFrom", from -> from.assertThat().isNull());
        api.as(owner)
                .post("/api/v1/scopes/" + profile + "/assignments", body(reader, "BILLING_PROFILE_READER"))
                .hasStatus(201);

        api.as(reader)
                .get("/api/v1/scopes/" + profile + "/assignments")
                .hasStatus(200)
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[*].user",
                        users -> users.assertThat().asArray().containsExactly(owner.username(), reader.username()))
                .hasPathSatisfying(
                        "$.items[0].inheritedFrom", from -> from.assertThat().isEqualTo(String.valueOf(account)));
    }

    @Test
    void theLastOwnerStaysAndAnInheritedRoleIsTakenWhereItWasGiven() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        Person owner = people.somebody();
        long given = assignments
                .assign(account, owner.username(), Role.BILLING_ACCOUNT_OWNER, people.operator())
                .id();

        api.as(owner)
                .delete("/api/v1/scopes/" + account + "/assignments/" + given)
                .hasStatus(409)
                .bodyJson()
                .hasPathSatisfying("$.detail", detail -> detail.assertThat()
                        .asString()
                        .startsWith(owner.displayName() + " is the last Billing account owner of"));
        api.as(owner)
                .delete("/api/v1/scopes/" + profile + "/assignments/" + given)
                .hasStatus(409)
                .bodyJson()
                .hasPathSatisfying(
                        "$.detail",
                        detail -> detail.assertThat().asString().contains("comes from " + tree.name(account)));

        Person second = people.somebody();
        assignments.assign(account, second.username(), Role.BILLING_ACCOUNT_OWNER, owner);
        api.as(owner)
                .delete("/api/v1/scopes/" + account + "/assignments/" + given)
                .hasStatus(204);
        api.as(owner).get("/api/v1/scopes/" + account).hasStatus(404);
    }

    @Test
    void aReaderGivesNothingAway() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        Person reader = people.somebody();
        assignments.assign(profile, reader.username(), Role.BILLING_PROFILE_READER, people.operator());
        api.as(reader)
                .post("/api/v1/scopes/" + profile + "/assignments", body(reader, "BILLING_PROFILE_OWNER"))
                .hasStatus(404);
    }

    @Test
    void mistakesAreNamed() {
        long account = tree.account(AgreementType.MCA);
        Person operator = people.operator();
        String path = "/api/v1/scopes/" + account + "/assignments";
        detail(operator, path, "{\"user\": \"x\"}", "The field role is missing; please fill it in.");
        detail(
                operator,
                path,
                "{\"user\": \"x\", \"role\": \"KING\"}",
                "There is no role \"KING\"; the names are in" + " the documentation of the API.");
        detail(
                operator,
                path,
                body(operator, "ENTERPRISE_ADMINISTRATOR"),
                "The role Enterprise Administrator cannot be"
                        + " given on a Billing account under the Microsoft Customer Agreement.");
        detail(
                operator,
                path,
                "{\"user\": \"nobody-here\", \"role\": \"BILLING_ACCOUNT_OWNER\"}",
                "Nobody here is called \"nobody-here\"; the operator has to invite them first, under People.");
    }

    @Test
    void whatAPersonMayDoIsExplained() {
        long account = tree.account(AgreementType.MOSP);
        long subscription = tree.child(account, ScopeKind.SUBSCRIPTION);
        Person administrator = people.somebody();
        Person reader = people.somebody();
        assignments.assign(account, administrator.username(), Role.ACCOUNT_ADMINISTRATOR, people.operator());
        assignments.assign(subscription, reader.username(), Role.SUBSCRIPTION_READER, people.operator());
        String path = "/api/v1/scopes/" + subscription + "/access?user=" + reader.username();

        api.as(administrator)
                .get(path)
                .hasStatus(200)
                .bodyJson()
                .hasPathSatisfying(
                        "$.operations[?(@.operation=='SEE_COSTS')].allowed",
                        is -> is.assertThat().asArray().containsExactly(true))
                .hasPathSatisfying(
                        "$.operations[?(@.operation=='DOWNLOAD_INVOICE')].missing",
                        is -> is.assertThat().asArray().containsExactly("ACCESS_TO_INVOICE"))
                .hasPathSatisfying(
                        "$.operations[?(@.operation=='DOWNLOAD_INVOICE')].changedBy[0]",
                        is -> is.assertThat().asArray().containsExactly("ACCOUNT_ADMINISTRATOR"));
        api.as(reader)
                .get("/api/v1/scopes/" + account + "/access?user=" + administrator.username())
                .hasStatus(404);
    }

    @Test
    void whoMayNotGiveRolesDoesNotLearnWhoElseHasAnAccount() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        Person owner = people.somebody();
        Person reader = people.somebody();
        Person stranger = people.somebody();
        assignments.assign(account, owner.username(), Role.BILLING_ACCOUNT_OWNER, people.operator());
        assignments.assign(profile, reader.username(), Role.BILLING_PROFILE_READER, people.operator());
        String path = "/api/v1/scopes/" + profile + "/access?user=";

        for (String user : List.of(stranger.username(), stranger.email(), "nobody-here", "nobody@example.com")) {
            api.as(reader)
                    .get(path + user)
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .isEqualTo("Nobody called \"" + user
                            + "\" has a role here. Whoever may give roles here can look for" + " people without one.");
        }
        assertThat(jdbc.sql("select subject from audit_entry where actor = ? and outcome = 'REFUSED'")
                        .param(reader.username())
                        .query(String.class)
                        .list())
                .as("four lines, and no address in them")
                .hasSize(4)
                .containsOnly("somebody without a role here");

        api.as(reader).get(path + owner.username()).hasStatusOk();
        api.as(reader).get(path + reader.username()).hasStatusOk();
        api.as(owner).get(path + stranger.username()).hasStatusOk();
        api.as(owner).get(path + "nobody-here").hasStatus(400);
    }

    private void detail(Person person, String path, String body, String sentence) {
        api.as(person)
                .post(path, body)
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying("$.detail", detail -> detail.assertThat().isEqualTo(sentence));
    }

    private static String body(Person user, String role) {
        return "{\"user\": \"%s\", \"role\": \"%s\"}".formatted(user.username(), role);
    }
}
