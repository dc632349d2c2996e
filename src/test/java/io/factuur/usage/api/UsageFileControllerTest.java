package io.factuur.usage.api;

import static io.factuur.usage.TestUsage.TestRow.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import io.factuur.usage.TestUsage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class UsageFileControllerTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestUsage usage;

    @Autowired
    Scopes scopes;

    @Autowired
    Assignments assignments;

    @Autowired
    TestPeople people;

    @Autowired
    ApiTokens tokens;

    Scope subscription;
    String admin;
    String nobody;

    @BeforeEach
    void aSubscriptionThatIsBilledFromTheFifth() {
        Person operator = people.operator();
        String id = UUID.randomUUID().toString();
        Scope account = scopes.create(
                new NewScope(null, ScopeKind.BILLING_ACCOUNT, AgreementType.MOSP, "A", id, "EUR", null), operator);
        subscription = scopes.create(
                new NewScope(
                        account.id(), ScopeKind.SUBSCRIPTION, null, "S", "/subscriptions/My Sub-" + id, null, null),
                operator);
        LocalDate day = LocalDate.parse("2024-09-05");
        usage.deliver(account, subscription, day, day.plusMonths(1), List.of(of(subscription, day, "1.25")));
        admin = token(account, operator);
        nobody = token(null, operator);
    }

    @Test
    void theFileComesUnderOurOwnName() throws Exception {
        http.perform(as(admin, "2024-09-05"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"Detail_Subscription_my-sub-%s_20240905_focus-1.2_en.csv\""
                                        .formatted(subscription.externalId().substring(22))))
                .andExpect(result -> assertThat(
                                result.getResponse().getContentAsString().lines())
                        .hasSize(2));
    }

    @Test
    void aMonthFindsThePeriodThatStartsInIt() throws Exception {
        http.perform(as(admin, "2024-09").header("Accept-Encoding", "br, gzip;q=0.5"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Encoding", "gzip"));
        http.perform(as(admin, "2024-09-06").header("Accept-Encoding", "gzip;q=0"))
                .andExpect(header().doesNotExist("Content-Encoding"))
                .andExpect(result -> assertThat(
                                result.getResponse().getContentAsString().lines())
                        .hasSize(1));
    }

    @Test
    void whoMayNotGetsTheAnswerOfWhatIsNotThere() throws Exception {
        http.perform(as(nobody, "2024-09-05")).andExpect(status().isNotFound());
    }

    @Test
    void whatCannotBeReadIsNamed() throws Exception {
        http.perform(as(admin, "september"))
                .andExpect(status().isBadRequest())
                .andExpect(
                        jsonPath("$.detail")
                                .value(
                                        "The period \"september\" is not readable; write a month as 2024-09 or a first day as 2024-09-05."));
        http.perform(as(admin, "2024-09").param("dialect", "excel-tlh")).andExpect(status().isBadRequest());
    }

    private MockHttpServletRequestBuilder as(String token, String period) {
        return get("/api/v1/usage")
                .param("scope", String.valueOf(subscription.id()))
                .param("period", period)
                .param("format", "focus-1.2")
                .header("Authorization", "Bearer " + token);
    }

    private String token(@org.jspecify.annotations.Nullable Scope administered, Person operator) {
        Person person = people.somebody();
        if (administered != null) {
            assignments.assign(administered.id(), person.username(), Role.ACCOUNT_ADMINISTRATOR, operator);
        }
        String secret = UUID.randomUUID().toString();
        tokens.store(person, "test", secret, null);
        return secret;
    }
}
