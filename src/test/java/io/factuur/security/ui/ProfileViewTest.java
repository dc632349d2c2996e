package io.factuur.security.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.factuur.TestApi;
import io.factuur.TestMailbox;
import io.factuur.UiTest;
import io.factuur.security.Person;
import io.factuur.security.Profiles;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class ProfileViewTest extends UiTest {

    @Autowired
    Profiles profiles;

    @Autowired
    TestMailbox mailbox;

    @Autowired
    TestApi api;

    @Autowired
    MockMvcTester mvc;

    @Test
    void everythingAboutOneselfIsThere() {
        signIn(people.somebody());
        open("profile", ProfileView.class);
        assertThat(_find(H2.class))
                .extracting(H2::getText)
                .contains("About me", "Communication preferences", "Password", "Passkeys", "API tokens");
    }

    @Test
    void copyingATokenIsSaidAndSoIsThatTheBrowserRefuses() {
        signIn(people.somebody());
        ProfileView view = open("profile", ProfileView.class);
        _click(view.tokens.create);
        TokenDialog dialog = _get(TokenDialog.class);
        _setValue(dialog.name, "Nightly");
        _click(dialog.create);
        Button copy = _get(_get(SecretDialog.class), Button.class, spec -> spec.withText("Copy"));
        _fireDomEvent(copy, "not-copied");
        assertThat(notices()).containsExactly("This browser copies nothing by itself. It is marked: press Ctrl+C.");
        _fireDomEvent(copy, "copied");
        assertThat(notices()).contains("Token copied.");
    }

    private static List<String> notices() {
        return _find(Span.class, spec -> spec.withClasses("notice-text")).stream()
                .map(Span::getText)
                .toList();
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() {
        signIn(people.somebody());
        ProfileView view = open("profile", ProfileView.class);
        _click(view.tokens.create);
        TokenDialog dialog = _get(TokenDialog.class);
        _setValue(dialog.name, "Nightly");
        _click(dialog.create);
        String secret = _get(SecretDialog.class).secret.getValue();
        assertThat(status(secret)).isEqualTo(200);
        assertThat(_find(view.tokens, ListItem.class)).hasSize(1);
        _get(SecretDialog.class).close();
        _click(_get(view.tokens, Button.class, spec -> spec.withText("Revoke")));
        assertThat(status(secret)).isEqualTo(401);
        assertThat(_find(view.tokens, ListItem.class)).isEmpty();
    }

    @Test
    void aNewAddressIsConfirmedByItsLink() {
        Person person = people.somebody();
        signIn(person);
        ProfileView view = open("profile", ProfileView.class);
        String address = UUID.randomUUID() + "@example.net";
        _setValue(view.mail.address, address);
        _click(view.mail.ask);
        String link = mailbox.sentTo(address).getFirst().link("confirm-address/");
        ConfirmAddressView confirm = open(link.substring(link.indexOf("confirm-address/")), ConfirmAddressView.class);
        assertThat(profiles.of(person).mailAddress()).isEqualTo(person.email());
        _click(confirm.confirm);
        assertThat(profiles.of(person).mailAddress()).isEqualTo(address);
    }

    @Test
    void thePasswordIsChanged() {
        Person person = people.somebody();
        signIn(person);
        ProfileView view = open("profile", ProfileView.class);
        _setValue(view.password.current, person.username());
        _setValue(view.password.wanted, "horses and batteries");
        _setValue(view.password.again, "horses and batteries");
        _click(view.password.change);
        assertThat(view.password.wanted.getValue()).isEmpty();
    }

    private int status(String secret) {
        return mvc.get()
                .uri("/api/v1/scopes")
                .header("Authorization", "Bearer " + secret)
                .exchange()
                .getMvcResult()
                .getResponse()
                .getStatus();
    }
}
