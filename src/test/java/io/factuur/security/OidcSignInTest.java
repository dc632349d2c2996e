package io.factuur.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.TestDatabase;
import io.factuur.TestPeople;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in by another house's word, against a provider with real signatures. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class OidcSignInTest {

    private static final OidcProvider PROVIDER = start();

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    PeopleDirectory directory;

    @Autowired
    SignInDoors doors;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        String client = "spring.security.oauth2.client.registration.house.";
        registry.add(client + "client-id", () -> "factuur");
        registry.add(client + "client-secret", () -> "secret");
        registry.add(client + "client-name", () -> "The House");
        registry.add(client + "scope", () -> "openid,email");
        registry.add(client + "provider", () -> "house");
        registry.add("spring.security.oauth2.client.provider.house.issuer-uri", PROVIDER::issuer);
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void theSignInPageOffersTheHouse() {
        assertThat(doors.list()).containsExactly(new SignInDoors.Door("The House", "oauth2/authorization/house"));
    }

    @Test
    void whoeverHasTheVerifiedAddressIsIn() throws Exception {
        Person person = people.somebody();
        PROVIDER.claims = Map.of("email", person.email(), "email_verified", true);
        HttpClient browser = browser();
        assertThat(signIn(browser).uri().getPath()).doesNotContain("login");
        assertThat(get(browser, "/api/v1/scopes").statusCode()).isEqualTo(200);
        directory.disable(person.id(), people.operator());
        assertThat(get(browser, "/api/v1/scopes").statusCode()).isEqualTo(401);
        assertThat(signIn(browser()).uri().toString()).contains("/login?error&elsewhere");
    }

    @Test
    void anAddressThatNobodyVerifiedOpensNothing() throws Exception {
        Person person = people.somebody();
        PROVIDER.claims = Map.of("email", person.email(), "email_verified", false);
        HttpClient browser = browser();
        assertThat(signIn(browser).uri().toString()).contains("/login?error&elsewhere");
        assertThat(get(browser, "/api/v1/scopes").statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyIsCreated() throws Exception {
        PROVIDER.claims = Map.of("email", UUID.randomUUID() + "@example.com", "email_verified", true);
        assertThat(signIn(browser()).uri().toString()).contains("/login?error&elsewhere");
    }

    private HttpResponse<String> signIn(HttpClient browser) throws IOException, InterruptedException {
        return get(browser, "/oauth2/authorization/house");
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    private static OidcProvider start() {
        try {
            return new OidcProvider();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
