package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

/** Programs that ask the API, each with a token of its person. */
@Component
@Profile("test")
@Lazy
public class TestApi {

    private final MockMvcTester mvc;
    private final ApiTokens tokens;

    TestApi(MockMvcTester mvc, ApiTokens tokens) {
        this.mvc = mvc;
        this.tokens = tokens;
    }

    public Program as(Person person) {
        return new Program(token(person));
    }

    /** The secret of a new token of a person. */
    public String token(Person person) {
        String secret = UUID.randomUUID().toString();
        tokens.store(person, "Test", secret, null);
        return secret;
    }

    /** One person's program. */
    public final class Program {

        private final String secret;

        private Program(String secret) {
            this.secret = secret;
        }

        public MvcTestResultAssert get(String path) {
            return call(HttpMethod.GET, path, "");
        }

        public MvcTestResultAssert post(String path, String json) {
            return call(HttpMethod.POST, path, json);
        }

        public MvcTestResultAssert patch(String path, String json) {
            return call(HttpMethod.PATCH, path, json);
        }

        public MvcTestResultAssert put(String path, String json) {
            return call(HttpMethod.PUT, path, json);
        }

        public MvcTestResultAssert delete(String path) {
            return call(HttpMethod.DELETE, path, "");
        }

        public MvcTestResultAssert call(HttpMethod method, String path, String json) {
            return send(method, path, MediaType.APPLICATION_JSON, json);
        }

        /** Sends something else than JSON. */
        public MvcTestResultAssert send(HttpMethod method, String path, MediaType type, String body) {
            MvcTestResult answer = mvc.method(method)
                    .uri(java.net.URI.create(path))
                    .header("Authorization", "Bearer " + secret)
                    .contentType(type)
                    .content(body)
                    .exchange();
            String forwarded = answer.getResponse().getForwardedUrl();
            return forwarded == null ? assertThat(answer) : send(method, forwarded, type, body);
        }
    }
}
