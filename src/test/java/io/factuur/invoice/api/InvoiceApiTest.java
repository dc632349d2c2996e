package io.factuur.invoice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.TestCharges;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class InvoiceApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    TestCharges usage;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient jdbc;

    Person operator;
    Scope account;
    Scope profile;

    @BeforeEach
    void aProfileWithUsage() {
        operator = people.operator();
        account = scopes.account(AgreementType.MCA);
        profile = scopes.child(account, ScopeKind.BILLING_PROFILE);
        usage.delivered(profile, BillingPeriod.month(YearMonth.of(2024, 9)), "USD")
                .used("Virtual Machines", "18.00663861840");
    }

    @Test
    void aRunAnswersWithItsInvoicesAndAgainWithTheSame() throws Exception {
        String first = close(String.valueOf(account.id()));
        assertThat(JsonPath.<String>read(first, "$.invoices[0].subtotal.value")).isEqualTo("18.01");
        assertThat(JsonPath.<String>read(first, "$.invoices[0].currency")).isEqualTo("USD");
        assertThat(close(account.externalId())).isEqualTo(first);
    }

    @Test
    void theOwnerReadsTheInvoiceAndTheLinesAddUp() throws Exception {
        String number = JsonPath.read(close(account.externalId()), "$.invoices[0].number");
        Person owner = holding(Role.BILLING_PROFILE_OWNER);
        mvc.perform(as(owner, get("/api/v1/invoices/" + number)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.charges.value").value("18.01"))
                .andExpect(jsonPath("$.roundingAdjustment.value").value("0.0033613816"))
                .andExpect(jsonPath("$.lines[0].amount.value").value("18.01"))
                .andExpect(jsonPath("$.lines[0].exactCost.value").value("18.0066386184"));
        mvc.perform(as(owner, get("/api/v1/invoices?scope=" + profile.id() + "&from=2024-09&to=2024-09")))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].number").value(number))
                .andExpect(jsonPath("$.next").doesNotExist());
        mvc.perform(as(owner, get("/api/v1/invoices?from=2024-10")))
                .andExpect(jsonPath("$.items.length()").value(0));
        mvc.perform(as(owner, get("/api/v1/invoices?status=OVERDUE")))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    /** What is kept written of lists never hides what has happened since. */
    @Test
    void theListSaysTheSameAsTheInvoiceItselfBeforeAndAfterAPayment() throws Exception {
        String number = JsonPath.read(close(account.externalId()), "$.invoices[0].number");
        Person owner = holding(Role.BILLING_PROFILE_OWNER);
        assertThat(listed(owner)).isEqualTo(single(owner, number)).containsEntry("status", "DUE");
        assertThat(listed(owner)).isEqualTo(single(owner, number));
        mvc.perform(as(operator, post("/api/v1/invoices/" + number + "/payments"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"method\": \"CARD\", \"reference\": \"R\"}"))
                .andExpect(status().is2xxSuccessful());
        assertThat(listed(owner)).isEqualTo(single(owner, number)).containsEntry("status", "PAID");
        assertThat(listed(owner)).isEqualTo(single(owner, number));
    }

    private Map<String, Object> listed(Person person) throws Exception {
        return JsonPath.read(body(person, "/api/v1/invoices?scope=" + profile.id()), "$.items[0]");
    }

    private Map<String, Object> single(Person person, String number) throws Exception {
        Map<String, Object> invoice = JsonPath.read(body(person, "/api/v1/invoices/" + number), "$");
        assertThat(invoice.remove("lines")).isNotNull();
        return invoice;
    }

    private String body(Person person, String path) throws Exception {
        return mvc.perform(as(person, get(path)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** It gives back a part of what the usage cost. */
    @Test
    void aCreditNoteHasNoUsageAndNoPricesOfItsOwn() throws Exception {
        String number = JsonPath.read(close(account.externalId()), "$.invoices[0].number");
        String note = JsonPath.read(
                mvc.perform(as(operator, post("/api/v1/invoices/" + number + "/credit-notes"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"amount\": \"5\", \"reason\": \"An hour too many\"}"))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.number");
        Person owner = holding(Role.BILLING_PROFILE_OWNER);
        body(owner, "/api/v1/invoices/" + note);
        for (String kind : List.of("usage.csv", "usage.csv/manifest", "prices.csv", "prices.csv/manifest")) {
            assertThat(mvc.perform(as(owner, get("/api/v1/invoices/" + number + "/documents/" + kind)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
            notFound(owner, "/api/v1/invoices/" + note + "/documents/" + kind);
        }
    }

    @Test
    void aParameterThatCannotBeSaysWhatItMayBe() throws Exception {
        Person owner = holding(Role.BILLING_PROFILE_OWNER);
        mvc.perform(as(owner, get("/api/v1/invoices?status=nonsense")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value(startsWith("The parameter status cannot be \"nonsense\"; use one of ")))
                .andExpect(jsonPath("$.detail").value(containsString("OVERDUE")));
        mvc.perform(as(owner, get("/api/v1/invoices?cursor=next")))
                .andExpect(
                        jsonPath("$.detail").value("The parameter cursor cannot be \"next\"; write a whole number."));
    }

    @Test
    void theOperatorIsToldWhichAccountIsNotThere() throws Exception {
        mvc.perform(as(operator, post("/api/v1/billing-runs"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"billingAccount\": \"nowhere\", \"period\": \"2024-09\"}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("no account or scope \"nowhere\"")));
    }

    @Test
    void whoHasNoRightGetsTheSameAnswerAsForNothing() throws Exception {
        String number = JsonPath.read(close(account.externalId()), "$.invoices[0].number");
        Person nobody = people.somebody();
        String foreign = notFound(nobody, "/api/v1/invoices/" + number);
        assertThat(notFound(nobody, "/api/v1/invoices/F1999-000001").replace("F1999-000001", number))
                .isEqualTo(foreign);
        notFound(nobody, "/api/v1/invoices/x'--");
        notFound(nobody, "/api/v1/invoices?scope=" + profile.id());
        notFound(holding(Role.BILLING_PROFILE_OWNER), "/api/v1/invoices?scope=" + account.id());
        notFound(operator, "/api/v1/invoices/" + number);
        assertThat(jdbc.sql("select count(*) from audit_entry where actor = :me and outcome = 'REFUSED'")
                        .param("me", nobody.username())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        mvc.perform(as(nobody, get("/api/v1/invoices")))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void onlyAnOperatorClosesAPeriod() throws Exception {
        mvc.perform(as(holding(Role.BILLING_PROFILE_OWNER), runs(account.externalId())))
                .andExpect(status().isNotFound());
        mvc.perform(as(operator, runs("no-such-account"))).andExpect(status().isNotFound());
        mvc.perform(as(
                        operator,
                        post("/api/v1/billing-runs")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("The field billingAccount is missing; please fill it in."));
    }

    private String close(String billingAccount) throws Exception {
        return mvc.perform(as(operator, runs(billingAccount)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder runs(String billingAccount) {
        return post("/api/v1/billing-runs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"billingAccount\": \"%s\", \"period\": \"2024-09\"}".formatted(billingAccount));
    }

    private String notFound(Person person, String path) throws Exception {
        return mvc.perform(as(person, get(path)))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Person holding(Role role) {
        Person holder = people.somebody();
        assignments.assign(profile.id(), holder.username(), role, operator);
        return holder;
    }

    private MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        String secret = UUID.randomUUID().toString();
        tokens.store(person, "test", secret, null);
        return request.header("Authorization", "Bearer " + secret);
    }

    /** Else the paper has empty columns. */
    @Test
    void theScriptThatPrintsAllLinesReadsWhatTheDoorSays() throws Exception {
        Set<String> said = Arrays.stream(InvoiceJson.LineJson.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        List<String> read = Pattern.compile("\\bline\\.([a-zA-Z]+)")
                .matcher(Files.readString(Path.of("frontend", "scripts", "print.js")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(read).hasSizeGreaterThan(5);
        assertThat(said).containsAll(read);
    }
}
