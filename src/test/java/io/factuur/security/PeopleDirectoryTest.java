package io.factuur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.TestMailbox;
import io.factuur.TestPeople;
import io.factuur.security.Invitations.Invitation;
import io.factuur.security.PeopleDirectory.State;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

@IntegrationTest
class PeopleDirectoryTest {

    @Autowired
    PeopleDirectory directory;

    @Autowired
    Invitations invitations;

    @Autowired
    People register;

    @Autowired
    TestPeople people;

    @Autowired
    TestApi api;

    @Autowired
    TestMailbox mailbox;

    @Test
    void anInvitationLeadsToAPasswordOnce() {
        String name = "i" + UUID.randomUUID();
        Invitation sent = invitations.invite(
                name, "Ina Vited", new EmailAddress(name + "@example.com"), Locale.ENGLISH, people.operator());
        assertThat(sent.link()).as("a mail has left, so nobody needs the link").isNull();
        assertThat(state(name)).isEqualTo(State.INVITED);

        String link = mailbox.sentTo(name + "@example.com").getFirst().link("welcome/");
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(invitations.username(secret)).contains(name);
        assertThatThrownBy(() -> invitations.choosePassword(secret, "short"))
                .hasMessage("The password is too short; it needs at least 10 characters.");
        assertThatThrownBy(() -> invitations.choosePassword(secret, name)).hasMessageContaining("choose another");
        invitations.choosePassword(secret, "correct horse battery");
        assertThat(state(name)).isEqualTo(State.ACTIVE);
        assertThat(invitations.username(secret)).isEmpty();
        assertThatThrownBy(() -> invitations.choosePassword(secret, "another good one"))
                .hasMessage("This link works no longer; ask for a new one.");
    }

    @Test
    void aNewLinkEndsTheOneBefore() {
        Person operator = people.operator();
        Person person = people.somebody();
        invitations.again(person.id(), operator);
        invitations.again(person.id(), operator);
        var mails = mailbox.sentTo(person.email());
        assertThat(secret(mails.get(0)))
                .matches(secret -> invitations.username(secret).isEmpty());
        assertThat(secret(mails.get(1)))
                .matches(secret -> invitations.username(secret).isPresent());
    }

    @Test
    void namesAreTakenOnce() {
        Person taken = people.somebody();
        EmailAddress fresh = new EmailAddress(UUID.randomUUID() + "@example.com");
        assertThatThrownBy(() -> invitations.invite(taken.username(), "X", fresh, Locale.ENGLISH, people.operator()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("already a person");
        assertThatThrownBy(() -> invitations.invite("a@b", "X", fresh, Locale.ENGLISH, people.operator()))
                .hasMessageContaining("cannot be a user name");
    }

    @Test
    void whoeverIsDisabledIsOutAtOnce() {
        Person operator = people.operator();
        Person person = people.somebody();
        TestApi.Program program = api.as(person);
        program.get("/api/v1/scopes").hasStatus(200);
        directory.disable(person.id(), operator);
        program.get("/api/v1/scopes").hasStatus(401);
        assertThat(state(person.username())).isEqualTo(State.DISABLED);
        directory.enable(person.id(), operator);
        program.get("/api/v1/scopes").hasStatus(200);
    }

    @Test
    void nobodyButAnOperatorGetsAnywhere() {
        Person person = people.somebody();
        Person other = people.somebody();
        assertThatThrownBy(() -> directory.disable(other.id(), person)).hasMessageContaining("nothing here");
        assertThatThrownBy(() -> directory.setOperator(person.id(), true, person))
                .hasMessageContaining("nothing here");
        assertThatThrownBy(() -> directory.count("", person)).hasMessageContaining("nothing here");
        assertThatThrownBy(() -> invitations.again(other.id(), person)).hasMessageContaining("nothing here");
    }

    @Test
    void anOperatorWhoIsOneNoLongerIsOneNoLonger() {
        Person operator = people.operator();
        Person former = people.operator();
        directory.setOperator(former.id(), false, operator);
        assertThatThrownBy(() -> directory.count("", former)).hasMessageContaining("nothing here");
        assertThatThrownBy(() -> directory.disable(operator.id(), operator)).hasMessageContaining("yourself");
    }

    private State state(String username) {
        return directory
                .page(username, PageRequest.of(0, 10), people.operator())
                .getFirst()
                .state();
    }

    private static String secret(TestMailbox.Mail mail) {
        String link = mail.link("welcome/");
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
