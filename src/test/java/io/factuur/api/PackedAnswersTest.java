package io.factuur.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** What a page is made of travels packed to whoever can unpack it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class PackedAnswersTest {

    @LocalServerPort
    int port;

    @Test
    void stylesArePackedForWhoeverAsks() throws Exception {
        assertThat(encoding("/styles/frame.css", "gzip")).hasValue("gzip");
        assertThat(encoding("/styles/frame.css", "identity")).isEmpty();
    }

    private Optional<String> encoding(String address, String accepted) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                    .header("Accept-Encoding", accepted)
                                    .build(),
                            BodyHandlers.discarding())
                    .headers()
                    .firstValue("Content-Encoding");
        }
    }
}
