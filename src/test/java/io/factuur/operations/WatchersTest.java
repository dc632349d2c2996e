package io.factuur.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.TestPeople;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How the portal is doing is for everybody, in one word; why, and its figures, for an operator's token. */
@IntegrationTest
class WatchersTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestApi api;

    @Autowired
    TestPeople people;

    @Autowired
    FigureMeters meters;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everybodyIsToldHowItIsInOneWord() {
        for (String probe : new String[] {"", "/liveness", "/readiness"}) {
            assertThat(mvc.get().uri("/actuator/health" + probe).exchange())
                    .bodyJson()
                    .hasPathSatisfying("$.status", status -> assertThat(status).isNotNull())
                    .doesNotHavePath("$.components");
        }
    }

    @Test
    void anOperatorIsToldWhy() throws UnsupportedEncodingException {
        String health = read(people.operator(), "/actuator/health");
        assertThat(health).contains("\"db\"", "\"diskSpace\"", "\"dbScheduler\"", "\"mail\"", "\"queues\"");
        assertThat(health).doesNotContain("@");
    }

    @Test
    void theFiguresAreForAnOperatorsTokenOnly() {
        assertThat(mvc.get().uri("/actuator/prometheus").exchange()).hasStatus(401);
        Person somebody = people.somebody();
        api.as(somebody).call(HttpMethod.GET, "/actuator/prometheus", "").hasStatus(404);
        assertThat(jdbc.sql("select count(*) from audit_entry where actor = :who and action = 'portal.watch'")
                        .param("who", somebody.username())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theFiguresCountWhatIsDoneWithoutNamingAnybody() throws UnsupportedEncodingException {
        audit.recordAlways(AuditEvent.refused("somebody@example.com", "test.figure", null, "x"));
        meters.measure();
        String figures = read(people.operator(), "/actuator/prometheus");
        assertThat(figures)
                .contains("factuur_journal_total{action=\"test.figure\",outcome=\"refused\"} 1.0")
                .contains("factuur_queue{name=\"imports\"}", "factuur_queue{name=\"documents\"}")
                .contains("factuur_queue{name=\"files\"}", "factuur_queue{name=\"mails\"}")
                .contains("factuur_import_rows{outcome=\"accepted\"}", "factuur_billing_runs")
                .contains("factuur_mail_oldest_due_seconds");
        assertThat(figures.lines().filter(line -> line.startsWith("factuur_"))).noneMatch(line -> line.contains("@"));
    }

    private String read(Person person, String path) throws UnsupportedEncodingException {
        MvcTestResult answer = mvc.get()
                .uri(path)
                .header("Authorization", "Bearer " + api.token(person))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
