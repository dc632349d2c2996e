package io.factuur.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.factuur.TestApi;
import io.factuur.TestTree;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.PeopleDirectory;
import io.factuur.security.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A role that is given or taken away counts with the next question, whoever asks it: an open page, a program, a job. */
class AtOnceTest extends UiTest {

    @Autowired
    TestTree tree;

    @Autowired
    Assignments assignments;

    @Autowired
    PeopleDirectory directory;

    @Autowired
    TestApi api;

    private SecurityContext onThePage = SecurityContextHolder.createEmptyContext();

    @Test
    void anOpenPageAndAProgramLoseWhatTheirPersonLoses() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person operator = people.operator();
        Person reader = people.somebody();
        long given = assignments
                .assign(profile, reader.username(), Role.BILLING_PROFILE_READER, operator)
                .id();
        TestApi.Program program = api.as(reader);
        signIn(reader);
        onThePage = SecurityContextHolder.getContext();
        assertThat(shown("billing/" + profile + "/properties")).isEqualTo("PropertiesView");
        program.get("/api/v1/scopes/" + profile).hasStatusOk();

        assignments.remove(profile, given, operator);
        assertThat(shown("billing/" + profile + "/access")).isEqualTo("ProblemView");
        program.get("/api/v1/scopes/" + profile).hasStatus(404);

        assignments.assign(profile, reader.username(), Role.BILLING_PROFILE_READER, operator);
        assertThat(shown("billing/" + profile + "/properties")).isEqualTo("PropertiesView");
        program.get("/api/v1/scopes/" + profile).hasStatusOk();

        directory.disable(reader.id(), operator);
        program.get("/api/v1/scopes/" + profile).hasStatus(401);
    }

    /** A program's call leaves nobody signed in on this thread. */
    private String shown(String address) {
        SecurityContextHolder.setContext(onThePage);
        open(address);
        return UI.getCurrent()
                .getActiveRouterTargetsChain()
                .getFirst()
                .getClass()
                .getSimpleName();
    }
}
