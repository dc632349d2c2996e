package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.factuur.BrowserTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SignInJourneyTest extends BrowserTest {

    @Test
    void inWithNameAndPasswordAndOutAgain() {
        open("/subscriptions");
        assertThat(page).hasURL(Pattern.compile(".*/login"));
        picture("sign-in");
        signInAtTheDoor("nobody");
        assertThat(heading("Subscriptions")).isVisible();
        page.getByLabel("Nobody: profile and sign-out").click();
        word("Sign out").click();
        page.waitForURL(Pattern.compile(".*/(login|\\?.*)?$"));
        open("/subscriptions");
        assertThat(page).hasURL(Pattern.compile(".*/login"));
    }

    @Test
    void aWrongPasswordIsToldInOneSentence() {
        page.navigate("/login");
        page.locator("input[name=username]").fill("nobody");
        page.locator("input[name=password]").fill("wrong");
        page.locator("vaadin-login-form vaadin-button").first().click();
        assertThat(page.getByText("Check the user name and the password, and try again."))
                .isVisible();
    }

    @Test
    void theDemoOffersItsPeople() {
        page.navigate("/login");
        word("ea-admin").click();
        page.waitForURL(address -> !address.contains("/login"));
        assertThat(heading("Home")).isVisible();
    }

    @Test
    void theLanguageIsChosenBeforeAndAfterSigningIn() {
        page.navigate("/login");
        button("Nederlands").click();
        assertThat(heading("Aanmelden bij Factuur")).isVisible();
        signInAtTheDoor("profile-reader");
        assertThat(heading("Start")).isVisible();
        page.getByLabel("Taal").click();
        word("English").click();
        assertThat(heading("Home")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void coloursFollowTheChoice() {
        signIn("nobody");
        page.getByLabel("Colours").click();
        word("Dark").click();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        page.reload();
        assertThat(heading("Home")).isVisible();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
    }

    @Test
    void theSlashKeyLeadsToAnyPage() {
        signIn("nobody");
        page.keyboard().press("/");
        assertThat(page.locator(".search-box input")).isFocused();
        page.keyboard().type("Cost Management + Billing");
        assertThat(page.locator(".search-hit-title").first()).isVisible();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/billing$"));
        assertThat(page.getByText("Nobody has given you a role on a billing scope yet."))
                .isVisible();
    }

    @Test
    void anAddressThatLeadsNowhereSaysSoInOneSentence() {
        signIn("nobody");
        open("/no/such/page");
        assertThat(page.getByText("There is nothing here, or it is not yours to see."))
                .isVisible();
        open("/billing/1/overview");
        assertThat(page.getByText("There is nothing here, or it is not yours to see."))
                .isVisible();
    }
}
