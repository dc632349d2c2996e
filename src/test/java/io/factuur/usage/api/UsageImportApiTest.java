package io.factuur.usage.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.scope.Scope;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import io.factuur.usage.TestAccounts;
import io.factuur.usage.UsageCsv;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class UsageImportApiTest {

    private static final String IMPORTS = "/api/v1/usage/imports";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestPeople people;

    @Autowired
    ApiTokens tokens;

    @Test
    void aFileGoesInAndCanBeLookedUp() throws Exception {
        Person operator = people.operator();
        Scope account = accounts.enrollment();
        UsageCsv csv = UsageCsv.of(account.externalId(), "2025-03")
                .add("s", "02", "0.000000000000000001")
                .add("s", "03", "20.50");
        String answer = send(IMPORTS + "?fileName=march.csv", csv, operator)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("LIVE"))
                .andExpect(jsonPath("$.format").value("FOCUS 1.2"))
                .andExpect(jsonPath("$.rowsAccepted").value(2))
                .andExpect(jsonPath("$.rowsRejected").value(0))
                .andExpect(jsonPath("$.billedCost[0].currency").value("EUR"))
                .andExpect(jsonPath("$.billedCost[0].value").value("20.500000000000000001"))
                .andExpect(jsonPath("$.periods[0].scope").value(String.valueOf(account.id())))
                .andExpect(jsonPath("$.periods[0].period").value("2025-03"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(answer, "$.id");

        mvc.perform(as(operator, get(IMPORTS + "/" + id)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fileName").value("march.csv"));
        mvc.perform(as(operator, get(IMPORTS + "?limit=1")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value(id));
        send(IMPORTS, csv, operator)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(id))
                .andExpect(jsonPath("$.duplicateOf").value(id));
        mvc.perform(as(operator, get(IMPORTS + "/" + id + "/rejects"))).andExpect(status().isNotFound());
    }

    @Test
    void whatCannotBeTakenIsSaidInOneSentence() throws Exception {
        Person operator = people.operator();
        Scope account = accounts.enrollment();
        UsageCsv csv = UsageCsv.of(account.externalId(), "2025-03").add("s", "02", "one euro");
        String answer = send(IMPORTS, csv, operator)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail").value(containsString("One row of 1 cannot be taken")))
                .andExpect(jsonPath("$.rowsRejected").value(1))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String rejects = mvc.perform(as(operator, get(JsonPath.<String>read(answer, "$.rejects"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(rejects).startsWith("Line,Column,Reason,BillingAccountId").contains("one euro");

        String unknown = "nobody-" + UUID.randomUUID();
        send(IMPORTS, UsageCsv.of(unknown, "2025-03").add("s", "02", "1"), operator)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail").value(containsString(unknown)));
        mvc.perform(as(operator, post(IMPORTS).contentType("text/csv").content("a,b\n1,2\n")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.id").exists());
        mvc.perform(as(operator, post(IMPORTS).contentType("text/csv").content("a,".repeat(2_000))))
                .andExpect(status().is(413));
        send(IMPORTS + "?mode=maybe", csv, operator).andExpect(status().isBadRequest());
        mvc.perform(as(
                        operator,
                        post(IMPORTS)
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content("x")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.id").exists());
    }

    @Test
    void onlyTheOperatorFindsIt() throws Exception {
        Person somebody = people.somebody();
        send(IMPORTS, UsageCsv.of("x", "2025-03"), somebody).andExpect(status().isNotFound());
        mvc.perform(as(somebody, get(IMPORTS))).andExpect(status().isNotFound());
        mvc.perform(as(somebody, get(IMPORTS + "/1"))).andExpect(status().isNotFound());
        mvc.perform(as(somebody, get(IMPORTS + "/1/rejects"))).andExpect(status().isNotFound());
        mvc.perform(post(IMPORTS).contentType("text/csv").content("x").header("Authorization", "Bearer wrong"))
                .andExpect(status().isUnauthorized());
    }

    private ResultActions send(String address, UsageCsv csv, Person person) throws Exception {
        return mvc.perform(as(person, post(address).contentType("text/csv").content(csv.bytes())));
    }

    private MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        String secret = "t" + UUID.randomUUID();
        tokens.store(person, "Test", secret, null);
        return request.header("Authorization", "Bearer " + secret);
    }
}
