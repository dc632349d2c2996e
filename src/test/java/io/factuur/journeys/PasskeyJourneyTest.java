package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.Cookie;
import io.factuur.BrowserTest;
import io.factuur.security.People;
import io.factuur.security.PeopleDirectory;
import io.factuur.security.Person;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passkeys, with the authenticator that Chromium itself can play. */
class PasskeyJourneyTest extends BrowserTest {

    private static final Predicate<String> BEHIND_THE_DOOR = address -> !address.contains("/login");

    @Autowired
    People people;

    @Autowired
    PeopleDirectory directory;

    @Test
    void aPasskeyIsAddedInTheProfileOpensTheDoorAndIsRemovedAgain() {
        plugIn();
        signIn("section-owner");
        addPasskey("My laptop");
        assertThat(page.getByText("Not used yet")).isVisible();
        assertAccessible();
        picture("passkeys");

        signOut();
        String planted = session();
        button("Sign in with a passkey").click();
        page.waitForURL(BEHIND_THE_DOOR);
        assertThat(heading("Home")).isVisible();
        assertThat(session()).as("a session of a new name").isNotEqualTo(planted);
        open("/profile");
        assertThat(page.getByText(Pattern.compile("^Last used "))).isVisible();

        page.getByLabel("Remove the passkey My laptop").click();
        assertThat(word("My laptop")).isHidden();
        signOut();
        refused();
    }

    @Test
    void whoeverHasBeenDisabledStaysOut() {
        Person operator = people.findByUsername("operator").orElseThrow();
        Person member = people.findByUsername("invoice-manager").orElseThrow();
        plugIn();
        signIn(member.username());
        addPasskey("My key");
        signOut();
        directory.disable(member.id(), operator);
        try {
            refused();
        } finally {
            directory.enable(member.id(), operator);
        }
        button("Sign in with a passkey").click();
        page.waitForURL(BEHIND_THE_DOOR);
        open("/profile");
        page.getByLabel("Remove the passkey My key").click();
        assertThat(word("My key")).isHidden();
    }

    private void addPasskey(String name) {
        open("/profile");
        page.locator("input[placeholder='My laptop']").fill(name);
        button("Add a passkey").click();
        assertThat(word(name)).isVisible();
    }

    private void signOut() {
        page.context().clearCookies();
        open("/login");
    }

    private void refused() {
        button("Sign in with a passkey").click();
        assertThat(page.getByText("That did not work with the passkey.")).isVisible();
        open("/subscriptions");
        assertThat(page).hasURL(Pattern.compile(".*/login"));
    }

    private String session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElse("");
    }

    /** A key that answers at once and knows its person. */
    private void plugIn() {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject key = new JsonObject();
        key.addProperty("protocol", "ctap2");
        key.addProperty("transport", "internal");
        key.addProperty("hasResidentKey", true);
        key.addProperty("hasUserVerification", true);
        key.addProperty("isUserVerified", true);
        key.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", key);
        devTools.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
