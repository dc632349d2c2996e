package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
    void thePaletteIsOpenedChosenFromAndClosedByKeyAlone() {
        signIn("profile-reader");
        Locator field = page.locator(".search-box input");
        page.keyboard().press("Control+k");
        assertThat(field).isFocused();
        page.keyboard().type("Subscr");
        Locator list = page.locator(".search-list");
        Locator hits = list.locator(".search-hit-title");
        assertThat(hits.first()).hasText("Subscriptions");
        page.keyboard().press("Escape");
        assertThat(list).not().isVisible();

        page.keyboard().press("Control+k");
        page.keyboard().press("Control+a");
        page.keyboard().type("terminal");
        Locator chosen = page.locator("[role=option][aria-selected=true] .search-hit-title");
        assertThat(list).hasAttribute("data-for", "terminal");
        assertThat(hits.nth(1)).isVisible();
        String second = hits.nth(1).innerText();
        page.keyboard().press("ArrowDown");
        assertThat(chosen).hasText(second);
        page.keyboard().press("ArrowUp");
        assertThat(chosen).hasText(hits.first().innerText());
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/billing/\\d+/.*"));
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
