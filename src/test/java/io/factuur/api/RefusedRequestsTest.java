package io.factuur.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.TestDatabase;
import io.factuur.TestPeople;
import io.factuur.security.Person;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Somebody with a session sends a change that no page of ours sends; at the real server, which makes the answer. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class RefusedRequestsTest {

    private static final String NEEDS_TOKEN =
            "A change needs an API token, sent as Authorization: Bearer, or the token of the page that it is made on.";

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void signIn() throws Exception {
        Person person = people.somebody();
        HttpResponse<String> answer = browser.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=" + person.username() + "&password=" + person.username()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).doesNotContain("error"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/billing/1/overview", "/api/v1/scopes/1/invoice-email", "/actuator/prometheus", "/nothing"})
    void aChangeWithoutTheTokenOfAPageSaysWhatItNeeds(String address) throws Exception {
        HttpResponse<String> answer = put(address, "application/json");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body())
                .isEqualTo("{\"detail\":\"%s\",\"instance\":\"%s\",\"status\":403,\"title\":\"Forbidden\"}"
                        .formatted(NEEDS_TOKEN, address));
    }

    @Test
    void aBrowserGetsThePage() throws Exception {
        HttpResponse<String> answer = put("/billing", "text/html");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>Nothing here</h1>");
    }

    private HttpResponse<String> put(String address, String accepted) throws IOException, InterruptedException {
        return browser.send(
                request(address)
                        .header("Accept", accepted)
                        .header("Accept-Language", "en")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }
}
