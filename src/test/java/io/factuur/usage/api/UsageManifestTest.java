package io.factuur.usage.api;

import static io.factuur.usage.TestUsage.TestRow.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.TestCustomers;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.Dialect;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.TestUsage;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageRequest;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures beside a usage file are those of its very bytes. */
@IntegrationTest
class UsageManifestTest {

    private static final LocalDate START = LocalDate.parse("2024-09-01");

    @Autowired
    TestApi api;

    @Autowired
    TestUsage usage;

    @Autowired
    TestCustomers customers;

    @Autowired
    UsageFiles files;

    Scope enrollment;
    Person admin;

    @BeforeEach
    void aMonth() {
        enrollment = customers.account(AgreementType.EA, "Enrollment");
        Scope subscription = customers.child(
                customers.child(enrollment, ScopeKind.ENROLLMENT_ACCOUNT, "Account"),
                ScopeKind.SUBSCRIPTION,
                "Subscription");
        usage.deliver(
                enrollment,
                enrollment,
                START,
                START.plusMonths(1),
                List.of(of(subscription, START, "1.25"), of(subscription, START, "-0.000001")));
        admin = customers.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
    }

    @ParameterizedTest
    @CsvSource({"focus-1.2,machine,false", "native,excel-nl,false", "native,machine,true"})
    void rowsSumsSizeAndHash(String format, String dialect, boolean closed) throws Exception {
        if (closed) {
            usage.close(enrollment, START, START.plusMonths(1));
        }
        UsageRequest request = new UsageRequest(
                enrollment.id(),
                PeriodChoice.of("2024-09"),
                UsageFormat.of(format),
                Dialect.of(dialect),
                ChargeChoice.ALL);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        files.open(request, admin).writeTo(file);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.toByteArray()));

        api.as(admin)
                .get("/api/v1/usage/manifest?scope=%d&period=2024-09&format=%s&dialect=%s"
                        .formatted(enrollment.id(), format, dialect))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"rows": 2, "sums": {"EUR": "1.249999"}, "bytes": %d, "sha256": "%s"}""".formatted(file.size(), sha256));
    }

    @Test
    void sheetsHaveOneToo() {
        for (String sheet : List.of("prices", "balance")) {
            api.as(admin)
                    .get("/api/v1/usage/%s/manifest?scope=%d&period=2024-09".formatted(sheet, enrollment.id()))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.sha256")
                    .asString()
                    .hasSize(64);
        }
    }

    @Test
    void thresholdsAreKeptByTheSameRulesAsOnThePage() {
        String path = "/api/v1/scopes/" + enrollment.id() + "/thresholds";
        TestApi.Program program = api.as(admin);
        program.post(path, "{\"amount\": \"1.2\"}").hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"amount": {"currency": "EUR", "value": "1.20"}, "passed": false}""");
        for (String wrong : List.of(
                "{}",
                "{\"amount\": \"\"}",
                "{\"amount\": \"much\"}",
                "{\"amount\": 0}",
                "{\"amount\": \"-1\"}",
                "{\"amount\": \"1.234\"}",
                "{\"amount\": \"1e30\"}",
                "{\"amount\": [1]}")) {
            program.post(path, wrong)
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .isNotNull();
        }
        program.get(path)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(1);
        api.as(customers.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, enrollment))
                .get(path)
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(enrollment.currency().getCurrencyCode()).isEqualTo("EUR");
    }
}
