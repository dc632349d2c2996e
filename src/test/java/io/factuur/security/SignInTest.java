package io.factuur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestPeople;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class SignInTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestPeople people;

    @Autowired
    PeopleDirectory directory;

    @Autowired
    Profiles profiles;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
        jdbc.sql("delete from sign_in_pause").update();
    }

    @Test
    void aSignInIsRemembered() {
        Person person = people.somebody();
        assertThat(seen(signIn(person, person.username()))).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from person where id = ? and last_sign_in_at is not null")
                        .param(person.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(journal(person, "DONE")).isEqualTo(1);
    }

    @Test
    void theSessionOfWhoeverIsDisabledEndsAtOnce() {
        Person person = people.somebody();
        MockHttpSession session = signIn(person, person.username());
        assertThat(seen(session)).isEqualTo(200);
        directory.disable(person.id(), people.operator());
        assertThat(seen(session)).isEqualTo(401);
        assertThat(session.isInvalid()).isTrue();
        assertThat(page(signIn(person, person.username()))).contains("/login");
    }

    /** Open pages of an operator show more than the guard would; they end with the role. */
    @Test
    void theSessionOfWhoeverIsNoOperatorAnyMoreEndsAtOnce() {
        Person former = people.operator();
        MockHttpSession session = signIn(former, former.username());
        assertThat(seen(session)).isEqualTo(200);
        directory.setOperator(former.id(), false, people.operator());
        assertThat(seen(session)).isEqualTo(401);
        assertThat(session.isInvalid()).isTrue();
        assertThat(seen(signIn(former, former.username()))).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsEverySessionButItsOwn() {
        Person person = people.somebody();
        MockHttpSession here = signIn(person, person.username());
        MockHttpSession there = signIn(person, person.username());
        assertThat(seen(here)).isEqualTo(200);
        assertThat(seen(there)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(2));
        SessionMark.begunAt(
                profiles.changePassword(person.username(), "a rather good one", person), here::setAttribute);
        assertThat(seen(there)).isEqualTo(401);
        assertThat(seen(here)).isEqualTo(200);
        assertThat(seen(signIn(person, "a rather good one"))).isEqualTo(200);
    }

    @Test
    void wrongPasswordsMakeOneWaitLongerAndLonger() {
        Person person = people.somebody();
        for (int i = 0; i < 4; i++) {
            assertThat(location(person, "wrong")).endsWith("/login?error");
        }
        assertThat(location(person, "wrong")).endsWith("/login?error");
        assertThat(location(person, person.username()))
                .as("even the right one must wait")
                .contains("&wait=");
        clock.advance(Duration.ofSeconds(3));
        assertThat(location(person, "wrong")).endsWith("/login?error");
        clock.advance(Duration.ofSeconds(1));
        assertThat(location(person, person.username())).contains("&wait=");
        clock.advance(Duration.ofSeconds(20));
        assertThat(location(person, person.username())).doesNotContain("error");
        assertThat(journal(person, "REFUSED")).isEqualTo(8);
    }

    @Test
    void thePauseDoublesAndEndsAtAQuarterOfAnHour() {
        assertThat(SignInPauses.pauseAfter(4, 5)).isZero();
        assertThat(SignInPauses.pauseAfter(5, 5)).hasSeconds(1);
        assertThat(SignInPauses.pauseAfter(8, 5)).hasSeconds(8);
        assertThat(SignInPauses.pauseAfter(500, 5)).hasMinutes(15);
    }

    private MockHttpSession signIn(Person person, String password) {
        MvcResult result = mvc.perform(
                        formLogin("/login").user(person.username()).password(password))
                .getMvcResult();
        MockHttpSession session = (MockHttpSession) result.getRequest().getSession();
        assertThat(session).isNotNull();
        return session;
    }

    private String location(Person person, String password) {
        String location = mvc.perform(
                        formLogin("/login").user(person.username()).password(password))
                .getMvcResult()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(location);
    }

    private int seen(MockHttpSession session) {
        return mvc.get()
                .uri("/api/v1/scopes")
                .session(session)
                .exchange()
                .getMvcResult()
                .getResponse()
                .getStatus();
    }

    private String page(MockHttpSession session) {
        String location = mvc.get()
                .uri("/subscriptions")
                .session(session)
                .exchange()
                .getMvcResult()
                .getResponse()
                .getRedirectedUrl();
        return location == null ? "" : location;
    }

    private int journal(Person person, String outcome) {
        return jdbc.sql("select count(*) from audit_entry where actor = ? and action = 'sign-in' and outcome = ?")
                .params(person.username(), outcome)
                .query(Integer.class)
                .single();
    }
}
