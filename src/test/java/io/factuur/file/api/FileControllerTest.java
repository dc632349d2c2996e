package io.factuur.file.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.file.TestFileJob;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class FileControllerTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestPeople people;

    @Autowired
    ApiTokens tokens;

    String token;
    String word;

    @BeforeEach
    void somebody() {
        token = token();
        word = "w" + UUID.randomUUID();
    }

    @Test
    void aFileIsOrderedFetchedInPartsAndTakenOffTheList() throws Exception {
        String file = "/api/v1/files/" + order();
        String text = TestFileJob.text(word);

        String tag = http.perform(as(get(file + "/content")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"" + word + ".txt\""))
                .andExpect(header().longValue("Content-Length", text.length()))
                .andExpect(content().string(text))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        http.perform(as(get(file + "/content").header("Range", "bytes=100-")))
                .andExpect(status().isPartialContent())
                .andExpect(
                        header().string("Content-Range", "bytes 100-%d/%d".formatted(text.length() - 1, text.length())))
                .andExpect(content().string(text.substring(100)));
        http.perform(as(get(file + "/content").header("Range", "bytes=-5").header("If-Range", String.valueOf(tag))))
                .andExpect(content().string(text.substring(text.length() - 5)));
        http.perform(as(get(file + "/content").header("Range", "bytes=5-9").header("If-Range", "\"older\"")))
                .andExpect(status().isOk())
                .andExpect(content().string(text));
        http.perform(as(get(file + "/content").header("Range", "bytes=" + text.length() + "-")))
                .andExpect(status().isRequestedRangeNotSatisfiable());
        byte[] gzip = http.perform(as(get(file + "/content").header("Accept-Encoding", "gzip")))
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
        http.perform(as(get(file + "/manifest")))
                .andExpect(jsonPath("$.rows").value(TestFileJob.LINES))
                .andExpect(jsonPath("$.sums.lines").value("1000"))
                .andExpect(jsonPath("$.bytes").value(text.length()));
        http.perform(as(get("/api/v1/files")))
                .andExpect(jsonPath("$.items.length()").value(1));
        http.perform(as(delete(file))).andExpect(status().isNoContent());
        http.perform(as(get(file))).andExpect(status().isNotFound());
    }

    @Test
    void nobodyElseCanTellThatItIsThere() throws Exception {
        String file = "/api/v1/files/" + order();
        token = token();
        http.perform(as(get(file))).andExpect(status().isNotFound());
        http.perform(as(get(file + "/content"))).andExpect(status().isNotFound());
        http.perform(as(delete(file))).andExpect(status().isNotFound());
        http.perform(as(get("/api/v1/files")))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void anOrderThatMakesNoSenseIsRefusedWithASentence() throws Exception {
        http.perform(as(post("/api/v1/files"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("The field kind is missing; please fill it in."));
        http.perform(as(post("/api/v1/files"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"nonsense\"}"))
                .andExpect(jsonPath("$.detail").value("There is no kind of file called \"nonsense\"."));
        http.perform(as(post("/api/v1/files"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"usage\",\"period\":\"2024-09\"}"))
                .andExpect(jsonPath("$.detail").value("The field scope is missing; please fill it in."));
    }

    private String order() throws Exception {
        String body = http.perform(as(post("/api/v1/files"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"test\",\"word\":\"" + word + "\"}"))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(body, "$.id");
        for (int i = 0; i < 300; i++) {
            String state = http.perform(as(get("/api/v1/files/" + id)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            if (JsonPath.read(state, "$.state").equals("READY")) {
                return id;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It never got ready");
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer " + token);
    }

    private String token() {
        Person person = people.somebody();
        String secret = UUID.randomUUID().toString();
        tokens.store(person, "test", secret, null);
        return secret;
    }
}
