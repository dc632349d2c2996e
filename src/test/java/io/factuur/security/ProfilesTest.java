package io.factuur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestMailbox;
import io.factuur.TestPeople;
import io.factuur.shared.EmailAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ProfilesTest {

    @Autowired
    Profiles profiles;

    @Autowired
    ApiTokens tokens;

    @Autowired
    TestPeople people;

    @Autowired
    TestMailbox mailbox;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @Test
    void aNewAddressCountsOnceItsLinkHasBeenFollowed() {
        Person person = people.somebody();
        String address = UUID.randomUUID() + "@example.org";
        profiles.askForAddress(new EmailAddress(address), Locale.of("nl"), person);
        assertThat(profiles.of(person).mailAddress()).isEqualTo(person.email());
        assertThat(profiles.of(person).waitingAddress()).isEqualTo(address);

        var mail = mailbox.sentTo(address).getFirst();
        assertThat(mail.subject()).isEqualTo("Bevestig uw adres");
        String link = mail.link("confirm-address/");
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(profiles.addressToConfirm(secret)).contains(address);
        profiles.confirmAddress(secret);
        assertThat(profiles.of(person).mailAddress()).isEqualTo(address);
        assertThat(profiles.of(person).waitingAddress()).isNull();
        assertThatThrownBy(() -> profiles.confirmAddress(secret)).hasMessageContaining("works no longer");
        assertThat(jdbc.sql("select count(*) from one_time_link where address = ?")
                        .param(address)
                        .query(Integer.class)
                        .single())
                .as("addresses in used links")
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit_entry where detail like ? or subject like ?")
                        .params("%" + address + "%", "%" + address + "%")
                        .query(Integer.class)
                        .single())
                .as("addresses in the journal")
                .isZero();
    }

    @Test
    void aLinkGrowsOld() {
        Person person = people.somebody();
        String address = UUID.randomUUID() + "@example.org";
        profiles.askForAddress(new EmailAddress(address), Locale.ENGLISH, person);
        String link = mailbox.sentTo(address).getFirst().link("confirm-address/");
        clock.advance(Duration.ofDays(3));
        assertThat(profiles.addressToConfirm(link.substring(link.lastIndexOf('/') + 1)))
                .isEmpty();
    }

    @Test
    void thePasswordIsChangedByWhoKnowsIt() {
        Person person = people.somebody();
        assertThatThrownBy(() -> profiles.changePassword("wrong", "a rather good one", person))
                .hasMessage("The current password is not right.");
        assertThatThrownBy(() -> profiles.changePassword(person.username(), "1234567890", person))
                .hasMessageContaining("choose another");
        profiles.changePassword(person.username(), "a rather good one", person);
        assertThatThrownBy(() -> profiles.changePassword(person.username(), "and yet another", person))
                .hasMessage("The current password is not right.");
    }

    @Test
    void aTokenIsShownOnceAndStopsWhenRevokedOrExpired() {
        Person person = people.somebody();
        String secret = tokens.create("Monthly report", clock.instant().plus(Duration.ofDays(30)), person);
        assertThat(tokens.owner(secret)).map(Person::username).contains(person.username());
        assertThat(tokens.list(person)).singleElement().satisfies(token -> {
            assertThat(token.name()).isEqualTo("Monthly report");
            assertThat(token.lastUsedAt()).isNotNull();
        });
        assertThat(jdbc.sql("select count(*) from api_token where hash like ?")
                        .param("%" + secret + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        long id = tokens.list(person).getFirst().id();
        assertThatThrownBy(() -> tokens.revoke(id, people.somebody())).hasMessageContaining("nothing here");
        tokens.revoke(id, person);
        assertThat(tokens.owner(secret)).isEmpty();

        String old = tokens.create("Old", clock.instant().plus(Duration.ofDays(7)), person);
        clock.advance(Duration.ofDays(8));
        assertThat(tokens.owner(old)).isEmpty();
        assertThatThrownBy(() -> tokens.create("For ever", clock.instant().plus(Duration.ofDays(5000)), person))
                .hasMessage("A token may live for a year at most.");
    }
}
