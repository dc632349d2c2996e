package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.factuur.BrowserTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token is made in the profile, does for a program what its owner may, and stops when it is revoked. */
class ApiTokenJourneyTest extends BrowserTest {

    @Test
    void aTokenOpensTheApiUntilItIsRevoked() throws Exception {
        signIn("profile-contributor");
        open("/profile");
        button("Create a token").click();
        inDialog(AriaRole.TEXTBOX, "Name").fill("Month report");
        assertAccessible();
        inDialog(AriaRole.BUTTON, "Create a token").click();
        Locator token = inDialog(AriaRole.TEXTBOX, "Token");
        assertThat(token).isVisible();
        String secret = token.inputValue();
        assertAccessible();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        inDialog(AriaRole.BUTTON, "Copy: Token").click();
        assertThat(page.getByText("Token copied.")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(secret);
        assertThat(asked(secret)).isEqualTo(200);
        inDialog(AriaRole.BUTTON, "I have kept it").click();
        assertThat(page.getByText("Month report")).isVisible();
        page.getByText("Month report").scrollIntoViewIfNeeded();
        picture("api-tokens");

        page.getByLabel("Revoke the token Month report").click();
        assertThat(page.getByText("Month report")).hasCount(0);
        assertThat(asked(secret)).isEqualTo(401);
    }

    private int asked(String secret) throws IOException, InterruptedException {
        URI scopes = URI.create(page.url()).resolve("/api/v1/scopes");
        HttpRequest request = HttpRequest.newBuilder(scopes)
                .header("Authorization", "Bearer " + secret)
                .build();
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private Locator inDialog(AriaRole role, String name) {
        return page.locator("vaadin-dialog[opened]")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
