package io.factuur.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.factuur.Questions;
import io.factuur.TestTree;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PageLookTest extends UiTest {

    @Autowired
    PageLook look;

    @Autowired
    Guard guard;

    @Autowired
    Assignments assignments;

    @Autowired
    TestTree tree;

    @Autowired
    JdbcClient jdbc;

    private long profile;
    private Person reader;
    private Assignment given;

    @BeforeEach
    void somebodyReads() {
        profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        reader = people.somebody();
        given = assignments.assign(profile, reader.username(), Role.BILLING_PROFILE_READER, people.operator());
    }

    @AfterEach
    void lookAway() {
        look.end();
    }

    @Test
    void thePartsOfAPageShareOneLookAndTheNextPageTakesItsOwn() {
        look.begin();
        assertThat(Questions.of(() -> {
                    assertThat(mayRead()).isTrue();
                    assertThat(mayRead()).isTrue();
                    assertThat(guard.allows(Operation.SEE_COSTS, profile, reader))
                            .isTrue();
                }))
                .hasSize(1);
        takenAwayElsewhere();
        look.begin();
        assertThat(mayRead()).isFalse();
    }

    @Test
    void withoutAPageEachQuestionIsAskedAnew() {
        assertThat(mayRead()).isTrue();
        takenAwayElsewhere();
        assertThat(mayRead()).isFalse();
    }

    @Test
    void whoeverComesAfterTheLookHasEndedAsksAnew() {
        look.begin();
        assertThat(mayRead()).isTrue();
        takenAwayElsewhere();
        look.end();
        assertThat(mayRead()).isFalse();
    }

    @Test
    void aChangeWhileThePageIsMadeCountsForItsOtherParts() {
        look.begin();
        assertThat(mayRead()).isTrue();
        assignments.remove(profile, given.id(), people.operator());
        assertThat(mayRead()).isFalse();
    }

    @Test
    void anotherPersonOrAProgramIsAnotherQuestion() {
        look.begin();
        assertThat(mayRead()).isTrue();
        assertThat(guard.allows(Operation.SEE_INVOICES, profile, people.somebody()))
                .isFalse();
        assertThat(Questions.of(() -> guard.allows(Operation.SEE_INVOICES, profile, reader.withToken())))
                .hasSize(1);
    }

    @Test
    void aPageAsksOnceAndLeavesNothingBehind() {
        signIn(reader);
        open("profile");
        assertThat(Questions.of(() -> open("billing/" + profile + "/properties")).stream()
                        .filter(PageLookTest::isTheGuards)
                        .count())
                .isLessThanOrEqualTo(3);
        takenAwayElsewhere();
        assertThat(mayRead()).isFalse();
        open("billing/" + profile + "/properties");
        assertThat(UI.getCurrent()
                        .getActiveRouterTargetsChain()
                        .getFirst()
                        .getClass()
                        .getSimpleName())
                .isNotEqualTo("PropertiesView");
    }

    private static boolean isTheGuards(String question) {
        return question.contains("left join assignment g on g.scope_id = up.ancestor_id");
    }

    private boolean mayRead() {
        return guard.allows(Operation.SEE_INVOICES, profile, reader);
    }

    /** As by another server of the same portal, of which nothing here hears. */
    private void takenAwayElsewhere() {
        jdbc.sql("update assignment set ended_at = current_timestamp where id = :id")
                .param("id", given.id())
                .update();
    }
}
