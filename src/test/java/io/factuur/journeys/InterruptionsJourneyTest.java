package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.factuur.BrowserTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The line breaks, or one has been signed out meanwhile: what one reads, and how one goes on. */
class InterruptionsJourneyTest extends BrowserTest {

    @Test
    void whatWasAskedForWhileTheLineWasDownComesOnceItIsBack() {
        signIn("profile-reader");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Locator notice = page.locator("vaadin-connection-indicator .v-status-message");
        page.context().setOffline(true);
        link("Subscriptions").first().click();
        assertThat(notice).hasText("The connection is gone. Trying to get it back…");
        assertThat(notice).hasCSS("opacity", "1");
        page.context().setOffline(false);
        assertThat(heading("Subscriptions")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(notice)
                .hasText("The connection is back.", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        assertThat(notice).hasCSS("opacity", "0", new LocatorAssertions.HasCSSOptions().setTimeout(30_000));
    }

    @Test
    void aLineIsOpenOnlyWhereSomethingIsAwaited() {
        List<String> lines = new ArrayList<>();
        page.onWebSocket(line -> lines.add(line.url()));
        signIn("operator");
        open("/operator/people");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Assertions.assertThat(lines)
                .as("each costs the server more than a page")
                .isEmpty();
        page.waitForWebSocket(() -> open("/operator/imports"));
        Assertions.assertThat(lines).anyMatch(line -> line.contains("/VAADIN/push"));
    }

    @Test
    void whoeverWasSignedOutComesBackToTheSamePageByKey() {
        signIn("profile-reader");
        open("/downloads");
        pardon("You have been signed out");
        pardon("You were away for a while");
        page.context().addCookies(List.of(new Cookie("JSESSIONID", "ended").setUrl(page.url())));
        link("Subscriptions").first().press("Enter");
        Locator notice = page.locator(".v-system-error");
        assertThat(notice).isFocused();
        picture("signed-out");
        notice.press("Enter");
        page.waitForURL(Pattern.compile(".*/login"));
        page.locator("input[name=username]").fill("profile-reader");
        page.locator("input[name=password]").fill("profile-reader");
        page.locator("input[name=password]").press("Enter");
        assertThat(heading("Downloads")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/downloads$"));
    }
}
