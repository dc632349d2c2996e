package io.factuur.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Addresses that a client library would put right before it sends them, at the real server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class StrangeAddressesTest {

    private static final String NOTHING = "There is nothing here, or it is not yours to see.";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a%00b",
                "/a;b=1",
                "/%2e%2e/x",
                "/../../../../etc/passwd",
                "/%ff",
                "/%c3%28",
                "/a%zz",
                "/a\\b",
                "/a%0d%0ab"
            })
    void anAddressThatNamesNothingIsAnsweredInTheHousesForm(String odd) throws Exception {
        String program = refused("/api/v1/invoices" + odd);
        assertThat(program)
                .contains("Content-Type: application/problem+json")
                .endsWith("{\"detail\":\"" + NOTHING + "\",\"status\":404,\"title\":\"Not Found\"}");
        String page = refused("/billing/1" + odd);
        assertThat(page).contains("Content-Type: text/html").contains("<h1>Nothing here</h1>", NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/<b>", "/[1]", "?x={\"a\"}", "?q=a|b", "?q=a\\b^`"})
    void whatBrowsersSendAsItWasTypedIsAnAddressLikeAnother(String typed) throws Exception {
        int before = guesses();
        assertThat(send("/api/v1/invoices" + typed, "")).startsWith("HTTP/1.1 401");
        assertThat(send("/billing" + typed, "")).startsWith("HTTP/1.1 302").contains("/login");
        assertThat(guesses()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "get"})
    void aMethodThatNobodyKnowsIsAnsweredInTheHousesForm(String method) throws Exception {
        String program = send(method, "/api/v1/scopes", "");
        assertThat(program)
                .startsWith("HTTP/1.1 404")
                .contains("Content-Type: application/problem+json", NOTHING)
                .doesNotContain("timestamp");
        assertThat(send(method, "/billing", "")).startsWith("HTTP/1.1 404").contains("<h1>Nothing here</h1>");
    }

    @Test
    void whoeverTakesUsForAProxyGetsTheHousesPage() throws Exception {
        String answer = send("CONNECT", "example.com:443", "");
        silentAboutTheServer(answer);
        assertThat(answer).startsWith("HTTP/1.1 501").contains("<h1>Nothing here</h1>");
    }

    @Test
    void anAddressLongerThanAnyNamesNothing() throws Exception {
        assertThat(refused("/api/v1/invoices/" + "a".repeat(9_000))).contains(NOTHING);
    }

    @Test
    void aSoundAddressWithTooMuchBesideItIsNoGuess() throws Exception {
        int before = guesses();
        String answer = send("/api/v1/invoices", "X-Long: " + "a".repeat(60_000) + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("This request cannot be read.");
        silentAboutTheServer(answer);
        assertThat(guesses()).isEqualTo(before);
    }

    private String refused(String address) throws IOException {
        int before = guesses();
        String answer = send(address, "");
        assertThat(answer).startsWith("HTTP/1.1 404");
        silentAboutTheServer(answer);
        assertThat(guesses()).isEqualTo(before + 1);
        return answer;
    }

    private static void silentAboutTheServer(String answer) {
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("tomcat", "server:", "exception", "\tat ", "http status");
    }

    private int guesses() {
        return jdbc.sql("select count(*) from audit_entry where action = 'id.guess' and outcome = 'REFUSED'")
                .query(Integer.class)
                .single();
    }

    private String send(String address, String header) throws IOException {
        return send("GET", address, header);
    }

    private String send(String method, String address, String header) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                                    + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket).strip();
        }
    }

    /** The status, the headers and the body, without the sizes of chunks. */
    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("(?m)^[0-9a-f]{1,4}\r\n", "");
    }
}
