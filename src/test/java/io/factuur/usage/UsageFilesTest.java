package io.factuur.usage;

import static io.factuur.usage.TestUsage.TestRow.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.file.FileContent;
import io.factuur.file.FileState;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class UsageFilesTest {

    private static final LocalDate SEPTEMBER = LocalDate.parse("2024-09-01");
    private static final LocalDate OCTOBER = LocalDate.parse("2024-10-01");

    @Autowired
    UsageFiles files;

    @Autowired
    PreparedFiles prepared;

    @Autowired
    TestUsage usage;

    @Autowired
    Scopes scopes;

    @Autowired
    Assignments assignments;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    Person operator;
    Scope account;
    Scope profile;
    Scope subscription;
    Person reader;

    @BeforeEach
    void aProfileWithAReader() {
        operator = people.operator();
        account = create(null, ScopeKind.BILLING_ACCOUNT, AgreementType.MCA, id());
        profile = create(account, ScopeKind.BILLING_PROFILE, null, id());
        Scope section = create(profile, ScopeKind.INVOICE_SECTION, null, id());
        subscription = create(section, ScopeKind.SUBSCRIPTION, null, id());
        reader = people.somebody();
        assignments.assign(profile.id(), reader.username(), Role.BILLING_PROFILE_READER, operator);
    }

    @Test
    void focusHasItsColumnsInOrderThenTheUnknownOnes() throws IOException {
        usage.deliver(
                profile,
                profile,
                SEPTEMBER,
                OCTOBER,
                List.of(
                        of(
                                subscription,
                                SEPTEMBER,
                                "0.00000080000",
                                "service_name",
                                "Storage, \"hot\"",
                                "tags",
                                "{\"a\": \"é €\"}",
                                "extra",
                                "{\"Id\":\"11472\",\"x_a\\\"b\":\"two\\nlines\"}"),
                        of(subscription, SEPTEMBER, "-1.5", "service_name", "", "extra", "{\"Id\":\"\"}")));

        List<String> lines = lines(file("2024-09", ChargeChoice.ALL));

        assertThat(lines.getFirst())
                .startsWith("AvailabilityZone,BilledCost,BillingAccountId,")
                .endsWith(",SubAccountType,Tags,x_Id,\"x_a\"\"b\"");
        assertThat(lines.getFirst().split(",")).hasSize(59);
        assertThat(lines.get(1))
                .startsWith(",0.00000080000," + profile.externalId() + ",,Billing Account,EUR,")
                .contains(",\"Storage, \"\"hot\"\"\",")
                .endsWith(",\"{\"\"a\"\": \"\"é €\"\"}\",11472,\"two\nlines\"");
        assertThat(lines.get(2)).startsWith(",-1.5,").endsWith(",\"\",");
        assertThat(lines).hasSize(3);
    }

    @Test
    void gzipCarriesTheSameBytes() throws IOException {
        List<TestUsage.TestRow> rows = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            rows.add(of(subscription, SEPTEMBER.plusDays(i % 30), "0." + (i + 1), "resource_id", "r" + i));
        }
        usage.deliver(profile, profile, SEPTEMBER, OCTOBER, rows);
        UsageFile file = file("2024-09", ChargeChoice.ALL);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        file.writeTo(plain);
        file.writeGzipTo(gzip);

        assertThat(file.rows()).isEqualTo(1_500);
        assertThat(plain.toString(StandardCharsets.UTF_8).lines()).hasSize(1_501);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.toByteArray())).readAllBytes())
                .isEqualTo(plain.toByteArray());
    }

    @Test
    void billedAndOpenChargesAreTakenApart() throws IOException {
        LocalDate november = LocalDate.parse("2024-11-01");
        usage.deliver(profile, profile, SEPTEMBER, OCTOBER, List.of(of(subscription, SEPTEMBER, "1")));
        usage.deliver(profile, profile, OCTOBER, november, List.of(of(subscription, OCTOBER, "2")));
        usage.close(profile, SEPTEMBER, OCTOBER);

        assertThat(lines(file("2024-09", ChargeChoice.BILLED))).hasSize(2);
        assertThat(lines(file("2024-09", ChargeChoice.OPEN))).hasSize(1);
        assertThat(lines(file("2024-10", ChargeChoice.OPEN))).hasSize(2);
        assertThat(file("2024-09", ChargeChoice.BILLED).plan().forGood()).isTrue();
    }

    @Test
    void theFileOfAClosedPeriodIsMadeOnceAndKept() throws IOException {
        usage.deliver(profile, profile, SEPTEMBER, OCTOBER, List.of(of(subscription, SEPTEMBER, "1")));
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        file("2024-09", ChargeChoice.ALL).writeGzipTo(open);
        assertThat(file("2024-09", ChargeChoice.ALL).made()).isEmpty();

        usage.close(profile, SEPTEMBER, OCTOBER);
        ByteArrayOutputStream closed = new ByteArrayOutputStream();
        file("2024-09", ChargeChoice.ALL).writeGzipTo(closed);

        FileContent made = file("2024-09", ChargeChoice.ALL).made().orElseThrow();
        assertThat(Files.readAllBytes(made.path())).isEqualTo(closed.toByteArray());
        assertThat(made.name()).isEqualTo(file("2024-09", ChargeChoice.ALL).name());
    }

    @Test
    void aUsageFileCanBePreparedInTheBackground() throws Exception {
        usage.deliver(profile, profile, SEPTEMBER, OCTOBER, List.of(of(subscription, SEPTEMBER, "1.50")));
        String order = "{\"scope\":%d,\"period\":\"2024-09\",\"format\":\"focus-1.2\"}".formatted(profile.id());
        PreparedFile ordered = prepared.order("usage", order, reader);
        for (int i = 0; i < 300 && ordered.state() != FileState.READY; i++) {
            Thread.sleep(50);
            ordered = prepared.get(ordered.id(), reader);
        }
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        file("2024-09", ChargeChoice.ALL).writeTo(streamed);

        FileContent content = prepared.open(ordered.id(), reader);

        assertThat(new GZIPInputStream(Files.newInputStream(content.path())).readAllBytes())
                .isEqualTo(streamed.toByteArray());
        assertThat(ordered.figures()).containsExactly(Map.entry("EUR", "1.5"));
        assertThat(ordered.rowsTotal()).isEqualTo(1);
        assertThatThrownBy(() -> prepared.order("usage", order, people.somebody()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whatIsNotLiveIsNotInTheFile() throws IOException {
        long old = usage.deliver(profile, profile, SEPTEMBER, OCTOBER, List.of(of(subscription, SEPTEMBER, "1")));
        usage.deliver(profile, profile, SEPTEMBER, OCTOBER, List.of(of(subscription, SEPTEMBER, "2")));
        jdbc.sql("update usage_delivery set state = 'REPLACED' where id = :id")
                .param("id", old)
                .update();

        assertThat(lines(file("2024-09", ChargeChoice.ALL)).getLast()).startsWith(",2,");
    }

    @Test
    void aDepartmentSeesItsOwnRowsAndNoOthers() throws IOException {
        Scope enrollment = create(null, ScopeKind.BILLING_ACCOUNT, AgreementType.EA, id());
        Scope mine = place(enrollment, "39");
        Scope other = place(enrollment, "139");
        jdbc.sql("update scope set department_admin_view_charges = true where id = :id")
                .param("id", enrollment.id())
                .update();
        usage.deliver(
                enrollment,
                enrollment,
                SEPTEMBER,
                OCTOBER,
                List.of(
                        of(mine, SEPTEMBER, "1"),
                        of(other, SEPTEMBER, "2"),
                        of(mine, SEPTEMBER, "4"),
                        of(enrollment, SEPTEMBER, "8")));
        Person admin = people.somebody();
        long department = jdbc.sql("select ancestor_id from scope_ancestor where scope_id = :s and distance = 2")
                .param("s", mine.id())
                .query(Long.class)
                .single();
        assignments.assign(department, admin.username(), Role.DEPARTMENT_ADMINISTRATOR, operator);

        UsageFile file = files.open(request(department, "2024-09", ChargeChoice.ALL), admin);

        assertThat(file.rows()).isEqualTo(2);
        assertThat(lines(file)).hasSize(3).noneMatch(line -> line.startsWith(",2,") || line.startsWith(",8,"));
        assertThatThrownBy(() -> files.open(request(enrollment.id(), "2024-09", ChargeChoice.ALL), admin))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whoMayNotIsToldNothingAndWrittenDown() {
        Person nobody = people.somebody();
        assertThatThrownBy(() -> files.open(request(profile.id(), "2024-09", ChargeChoice.ALL), nobody))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where actor = :me and outcome = 'REFUSED' and scope_id = :s")
                        .param("me", nobody.username())
                        .param("s", profile.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Scope place(Scope enrollment, String number) {
        Scope department = create(enrollment, ScopeKind.DEPARTMENT, null, number);
        Scope enrollmentAccount = create(department, ScopeKind.ENROLLMENT_ACCOUNT, null, number);
        return create(enrollmentAccount, ScopeKind.SUBSCRIPTION, null, number);
    }

    private UsageFile file(String period, ChargeChoice charges) {
        return files.open(request(profile.id(), period, charges), reader);
    }

    private static UsageRequest request(long scope, String period, ChargeChoice charges) {
        return new UsageRequest(scope, PeriodChoice.of(period), UsageFormat.FOCUS_1_2, Dialect.MACHINE, charges);
    }

    /** Lines that end in LF outside quotes. */
    private static List<String> lines(UsageFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.writeTo(bytes);
        return Arrays.asList(bytes.toString(StandardCharsets.UTF_8).split("\n(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }

    private Scope create(@Nullable Scope parent, ScopeKind kind, @Nullable AgreementType agreement, String externalId) {
        return scopes.create(
                new NewScope(parent == null ? null : parent.id(), kind, agreement, "Test", externalId, "EUR", null),
                operator);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
